const afterSecretPage = /(\/(?:reset|objection|invite|set-up)\/)[^/\s"'?#&<>\\]+/gi
const likeAHandle = /(?<=\/)[\w-]{40,}/g

/** Removes handles from any logged text: an address, a message or a complete log line. */
export function maskHandles(text: string): string {
  return text.replace(afterSecretPage, '$1…').replace(likeAHandle, '…')
}

/** The part of an address that a log may hold: the path without the query, handles masked, shortened. */
export function maskPath(address: string): string {
  const path = address.split(/[?#;]/, 1)[0] ?? ''
  return maskHandles(decodeTwice(path)).slice(0, 200)
}

/** The router decodes `/%72eset/…` before it looks for a page, so the mask has to as well. */
function decodeTwice(path: string): string {
  try {
    return decodeURIComponent(decodeURIComponent(path))
  } catch {
    return path.includes('%') ? path.slice(0, path.indexOf('%')) : path
  }
}

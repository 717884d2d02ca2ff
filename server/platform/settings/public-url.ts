import ipaddr from 'ipaddr.js'

const examplePublicUrl = 'https://fieldkey.example.com'

/** Reads the origin that every link starts with. Plain http is for this machine only, because cookies are Secure. */
export function readPublicUrl(text: string): string {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Error(`PUBLIC_URL must be an address such as ${examplePublicUrl}`)
  const hasMore = url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== ''
  if (hasMore) throw new Error(`PUBLIC_URL must be scheme and host alone, without a path, such as ${examplePublicUrl}`)
  if (url.protocol === 'http:' && !isLoopbackHost(url.hostname)) {
    throw new Error(
      `PUBLIC_URL must begin with https:// (plain http is for localhost only), such as ${examplePublicUrl}`,
    )
  }
  return url.origin
}

/** True if a host name, as written in a URL and without its port, can only mean this machine. */
export function isLoopbackHost(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase()
  if (name === 'localhost' || name.endsWith('.localhost')) return true
  return ipaddr.isValid(name) && ipaddr.process(name).range() === 'loopback'
}

const dots = '••••'

/** Enough for the owner to recognise it, too little for a stranger to write to it: `b••••@c••••.example`. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  const end = domain.lastIndexOf('.')
  const shown = (text: string) => `${[...text][0] ?? ''}${dots}`
  const top = end === -1 ? '' : domain.slice(end)
  return `${shown(address.slice(0, at))}@${shown(end === -1 ? domain : domain.slice(0, end))}${top}`
}

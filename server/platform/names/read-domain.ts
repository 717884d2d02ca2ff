import { domainToASCII, domainToUnicode } from 'node:url'

export type Domain = {
  /** In readable letters: the form that is stored, shown and compared. */
  readable: string
  /** With `xn--` labels: the form for a mail server (RFC 5891). */
  ascii: string
}

const letters = /^[\p{L}\p{M}\p{N}.\-·׳״・。\u200C\u200D]+$/u
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/
const longest = 253

/**
 * Converts a domain to both of its forms by UTS 46. Returns nothing if it can't be a domain. Only letters reach the
 * parser, which is made for page addresses: it would decode `%62` and turn `127.1` into an IP address.
 */
export function readDomain(text: string): Domain | undefined {
  if (!letters.test(text)) return undefined
  const ascii = domainToASCII(text)
  const labels = ascii.split('.')
  const isName = ascii.length <= longest && labels.every(one => label.test(one)) && !/^\d+$/.test(labels.at(-1) ?? '')
  if (!isName) return undefined
  const readable = domainToUnicode(ascii)
  // A label such as xn--a is not a name in any language.
  return domainToASCII(readable) === ascii && !/(^|\.)xn--/.test(readable) ? { readable, ascii } : undefined
}

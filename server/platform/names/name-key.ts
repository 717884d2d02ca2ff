import { readDomain } from './read-domain.ts'
import { stripInvisible } from './strip-invisible.ts'

/**
 * The form in which usernames and mail addresses are compared: NFKC, lower case, trimmed, without invisible characters,
 * and with a readable domain, so that `münchen.example` and `xn--mnchen-3ya.example` are equal. Columns `email_key` and
 * `email_to_key` hold the same for addresses whose domain is stored readable.
 */
export function nameKey(text: string): string {
  const plain = stripInvisible(stripInvisible(text).normalize('NFKC')).trim()
  const at = plain.lastIndexOf('@')
  if (at === -1) return fold(plain)
  const domain = plain.slice(at + 1)
  return `${fold(plain.slice(0, at))}@${(isPlain(domain) ? undefined : readDomain(domain)?.readable) ?? fold(domain)}`
}

const fold = (text: string) => text.toLowerCase().normalize('NFKC')

const isPlain = (domain: string) => /^[!-~]*$/.test(domain) && !/xn--/i.test(domain)

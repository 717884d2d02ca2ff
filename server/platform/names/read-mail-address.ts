import { findMixedScripts } from './find-mixed-scripts.ts'
import { nameKey } from './name-key.ts'
import { readDomain } from './read-domain.ts'
import { stripInvisible } from './strip-invisible.ts'

export type MailAddress = {
  /** As typed, without invisible characters, with a readable domain. */
  typed: string
  key: string
}

export type AddressRefusal =
  | { why: 'empty' | 'no-at' | 'two-ats' | 'nothing-before-at' | 'nothing-after-at' | 'dots' }
  | { why: 'long-before-at' | 'too-long' | 'no-dot-after-at' | 'hyphen' }
  | { why: 'bad-domain' | 'mixed-scripts'; text: string }
  | { why: 'character'; character: string }

export type ReadAddress = { kind: 'read'; address: MailAddress } | { kind: 'refused'; refusal: AddressRefusal }

/** RFC 5321, 4.5.3.1: 64 octets before the @, and 256 of a path, of which two are its angle brackets. */
const longestLocalPart = 64
const longestAddress = 254
/** RFC 5322, `atext` and the dot. Beyond ASCII, only letters and digits (RFC 6531). */
const wrongBeforeAt = /[^\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]/u
const wrongAfterAt = /[^\p{L}\p{M}\p{N}.\-·׳״・。\u200C\u200D]/u
/** Full-width letters and signs of East Asian keyboards. */
const wide = /[\uFF01-\uFF5E]/g

/**
 * Reads an address that a person enters for an account or the server, or returns what keeps mail from ever reaching it.
 */
export function readMailAddress(text: string): ReadAddress {
  const plain = stripInvisible(text)
    .normalize('NFC')
    .replace(wide, sign => sign.normalize('NFKC'))
    .trim()
  const refusal = findFault(plain)
  if (refusal) return { kind: 'refused', refusal }
  const at = plain.lastIndexOf('@')
  const local = plain.slice(0, at).normalize('NFKC')
  const domain = plain.slice(at + 1)
  // Upper case stays as typed unless the domain needs another form.
  const isReadable = /^[!-~]*$/.test(domain) && !/xn--/i.test(domain)
  const typed = `${local}@${isReadable ? domain : (readDomain(domain)?.readable ?? domain)}`
  return { kind: 'read', address: { typed, key: nameKey(typed) } }
}

export type SecondAddress = { kind: 'read'; address: string | null } | { kind: 'bad-address'; refusal: AddressRefusal }

/** Reads an address that may be empty. */
export function readOptionalAddress(text: string | null): SecondAddress {
  if (text === null) return { kind: 'read', address: null }
  const read = readMailAddress(text)
  return read.kind === 'read'
    ? { kind: 'read', address: read.address.typed }
    : { kind: 'bad-address', refusal: read.refusal }
}

function findFault(text: string): AddressRefusal | undefined {
  if (text === '') return { why: 'empty' }
  const [local = '', domain, ...more] = text.split('@')
  const character =
    wrongBeforeAt.exec(local)?.[0] ?? (domain === undefined ? undefined : wrongAfterAt.exec(domain)?.[0])
  if (character !== undefined) return { why: 'character', character }
  if (domain === undefined) return { why: 'no-at' }
  if (more.length > 0) return { why: 'two-ats' }
  if (local === '') return { why: 'nothing-before-at' }
  if (domain === '') return { why: 'nothing-after-at' }
  return findFaultOfParts(local.normalize('NFKC'), domain)
}

function findFaultOfParts(local: string, domain: string): AddressRefusal | undefined {
  const labels = domain.split(/[.。]/)
  if ([...local.split('.'), ...labels].includes('')) return { why: 'dots' }
  if (octetsOf(local) > longestLocalPart) return { why: 'long-before-at' }
  if (labels.length === 1) return { why: 'no-dot-after-at' }
  if (labels.some(one => one.startsWith('-') || one.endsWith('-'))) return { why: 'hyphen' }
  const read = readDomain(domain)
  if (octetsOf(local) + 1 + (read?.ascii ?? domain).length > longestAddress) return { why: 'too-long' }
  if (!read) return { why: 'bad-domain', text: domain }
  const mixed = findMixedScripts(nameKey(`${local}@${read.readable}`))
  return mixed === undefined ? undefined : { why: 'mixed-scripts', text: mixed }
}

const octetsOf = (text: string) => Buffer.byteLength(text)

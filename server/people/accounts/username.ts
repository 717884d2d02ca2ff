import { isMailAddress } from '../../platform/mail/smtp-settings.ts'
import { findMixedScripts } from '../../platform/names/find-mixed-scripts.ts'
import { nameKey } from '../../platform/names/name-key.ts'
import { type AddressRefusal, readMailAddress } from '../../platform/names/read-mail-address.ts'
import { stripInvisible } from '../../platform/names/strip-invisible.ts'

export type Username = {
  /** As typed, trimmed and without invisible characters. */
  typed: string
  /** The normalised form, which is compared and unique. */
  key: string
}

export type UsernameRefusal = 'empty' | 'too-long' | 'control-characters' | 'mixed-scripts'

const longestUsername = 254

/**
 * Reads a username that a person types to find an account. Invisible characters are dropped. Control characters and
 * letters of two alphabets are refused: two names that look alike must not be two accounts.
 */
export function readUsername(
  typed: string,
): { kind: 'read'; username: Username } | { kind: 'refused'; why: UsernameRefusal } {
  const username = { typed: stripInvisible(typed).trim(), key: nameKey(typed) }
  const refuse = (why: UsernameRefusal) => ({ kind: 'refused' as const, why })
  if (username.key === '') return refuse('empty')
  if (username.key.length > longestUsername) return refuse('too-long')
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(username.typed)) return refuse('control-characters')
  if (findMixedScripts(username.key) !== undefined) return refuse('mixed-scripts')
  return { kind: 'read', username }
}

export type NameRefusal = { of: 'address'; refusal: AddressRefusal } | { of: 'name'; why: UsernameRefusal }
export type NewName = { kind: 'read'; username: Username } | { kind: 'refused'; refusal: NameRefusal }

/** Reads the username of a new or renamed account that must be a deliverable address. */
export function readNewAddress(typed: string): NewName {
  const read = readMailAddress(typed)
  return read.kind === 'read'
    ? { kind: 'read', username: read.address }
    : { kind: 'refused', refusal: { of: 'address', refusal: read.refusal } }
}

/** Reads the username of a new or renamed account that may be a name without @. */
export function readNewName(typed: string): NewName {
  const read = readUsername(typed)
  if (read.kind === 'refused') return { kind: 'refused', refusal: { of: 'name', why: read.why } }
  return read.username.key.includes('@') ? readNewAddress(typed) : read
}

/** True if email can be sent to this username. */
export function isMailUsername(username: string): boolean {
  return isMailAddress(username.trim())
}

import { isMailAddress } from '../mail/smtp-settings.ts'

export type Username = {
  /** As typed, trimmed. */
  typed: string
  /** What is compared and unique. */
  key: string
}

export type UsernameRefusal = 'empty' | 'too-long' | 'invisible-characters' | 'mixed-scripts'

const longestUsername = 254
const scripts = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Hebrew', 'Arabic', 'Thai', 'Georgian'].map(
  name => new RegExp(`\\p{Script=${name}}`, 'u'),
)

/** NFKC, lower case, trimmed: what a username is compared by. */
export function usernameKey(typed: string): string {
  return typed.normalize('NFKC').toLowerCase().normalize('NFKC').trim()
}

/**
 * Reads a username for sign-in or for a new account. Invisible characters and letters of two alphabets are refused:
 * two names that look alike must not be two accounts.
 */
export function readUsername(
  typed: string,
): { kind: 'read'; username: Username } | { kind: 'refused'; why: UsernameRefusal } {
  const username = { typed: typed.trim(), key: usernameKey(typed) }
  const refuse = (why: UsernameRefusal) => ({ kind: 'refused' as const, why })
  if (username.key === '') return refuse('empty')
  if (username.key.length > longestUsername) return refuse('too-long')
  if (/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(username.typed)) return refuse('invisible-characters')
  if (scripts.filter(script => script.test(username.key)).length > 1) return refuse('mixed-scripts')
  return { kind: 'read', username }
}

/** Whether a mail could be sent to this username as it stands. */
export function isMailUsername(username: string): boolean {
  return isMailAddress(username.trim())
}

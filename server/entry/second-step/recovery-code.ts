import { randomInt } from 'node:crypto'
import type { Mac, Secrets } from '../../platform/settings/secrets.ts'

/** 66 bits each, so a keyed hash is enough (NIST SP 800-63B-4, 3.1.2.2). Digits alone: a phone shows its number pad. */
const groups = 4
const digitsPerGroup = 5
const codes = 10
export const recoveryDigits = groups * digitsPerGroup

const purpose = 'recovery codes'

/** Ten new codes, as they are printed: `12345-67890-12345-67890`. */
export function makeRecoveryCodes(): string[] {
  const group = () => String(randomInt(10 ** digitsPerGroup)).padStart(digitsPerGroup, '0')
  return Array.from({ length: codes }, () => Array.from({ length: groups }, group).join('-'))
}

export function hashRecoveryCode(secrets: Secrets, { accountId, code }: { accountId: string; code: string }): Mac {
  return secrets.hmac(purpose, accountId, onlyDigits(code))
}

/** The hashes under every key: the code may be older than the newest key. */
export function hashesOfRecoveryCode(secrets: Secrets, { accountId, code }: { accountId: string; code: string }) {
  return secrets.keyIds.map(keyId => secrets.getHmacWith(keyId, purpose, accountId, onlyDigits(code)))
}

/** Spaces and dashes are no part of a code. Digits of other scripts count as theirs. */
export function onlyDigits(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '')
}

import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { hashToken, makeToken } from '../../platform/token.ts'

/** What the database stores of a pair; neither half can be recovered from it. */
export type PairHashes = { handleHash: Buffer; codeHash: Buffer; codeSalt: Buffer; codeKeyId: string }

export type Pair = { handle: string; code: string; hashes: PairHashes }

const purpose = 'reset code'

/** The two halves of one email. They exist only in the email; the database stores a hash of each (ASVS 6.5.2). */
export function makePair(secrets: Secrets): Pair {
  const handle = makeToken()
  const handleHash = hashToken(handle)
  const code = randomInt(1_000_000).toString().padStart(6, '0')
  const codeSalt = randomBytes(16)
  const { keyId, mac } = secrets.hmac(purpose, codeSalt, handleHash, code)
  return { handle, code, hashes: { handleHash, codeHash: mac, codeSalt, codeKeyId: keyId } }
}

/** False if the key that made the code is gone, as after a restore without the old keys. */
export function canCheckCode(secrets: Secrets, { codeKeyId }: Pick<PairHashes, 'codeKeyId'>): boolean {
  return secrets.keyIds.includes(codeKeyId)
}

/** A code is valid only with its own link (6.6.2), and is compared in constant time. */
export function isRightCode(secrets: Secrets, hashes: PairHashes, code: string): boolean {
  const mac = secrets.hmacWith(hashes.codeKeyId, purpose, hashes.codeSalt, hashes.handleHash, code)
  return mac !== undefined && timingSafeEqual(mac, hashes.codeHash)
}

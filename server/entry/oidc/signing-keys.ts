import { createECDH, createPrivateKey, type JsonWebKey } from 'node:crypto'
import type { Secrets } from '../../platform/settings/secrets.ts'

const purpose = 'oidc signing key'
/** n of P-256 (SEC 2, 2.4.2). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/**
 * Derives the deployment's ES256 keys as private JWKs, the active signing key first. They are derived from the secrets:
 * every server has the same keys, no table holds any, and a new secret adds a new key while tokens signed with the old
 * one still verify.
 */
export function createSigningKeys(secrets: Secrets): JsonWebKey[] {
  return secrets.keyIds.map(keyId => ({ ...keyOf(secrets, keyId), kid: keyId, alg: 'ES256', use: 'sig' }))
}

function keyOf(secrets: Secrets, keyId: string): JsonWebKey {
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(scalarOf(secrets, keyId))
  const point = curve.getPublicKey()
  const part = (from: number, to: number) => point.subarray(from, to).toString('base64url')
  // getPrivateKey drops leading zeros, a JWK must not.
  const d = Buffer.from(curve.getPrivateKey('hex').padStart(64, '0'), 'hex').toString('base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: part(1, 33), y: part(33, 65), d }
  return createPrivateKey({ key: jwk, format: 'jwk' }).export({ format: 'jwk' })
}

/** 128 bits more than needed, so that the modulo bias is negligible (FIPS 186-5, A.2.1 asks for 64). */
function scalarOf(secrets: Secrets, keyId: string): Buffer {
  const bytes = ['1', '2'].map(half => secrets.getHmacWith(keyId, purpose, half))
  const number = BigInt(`0x${Buffer.concat(bytes).subarray(0, 48).toString('hex')}`)
  return Buffer.from(((number % (order - 1n)) + 1n).toString(16).padStart(64, '0'), 'hex')
}

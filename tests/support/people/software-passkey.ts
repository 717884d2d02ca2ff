import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** What an attacker, or a broken device, changes in its answer. */
export type Twist = {
  origin?: string
  rpId?: string
  isVerified?: boolean
  counter?: number
  challenge?: string
  breaksSignature?: boolean
}

type Options = { challenge: string; rpId?: string; rp?: { id?: string } }

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()

/** A passkey in software (WebAuthn level 3, ES256): it answers as the standard says, except for a twist. */
export function createSoftwarePasskey(siteOrigin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(32)
  const siteId = new URL(siteOrigin).hostname
  let counter = 0

  function clientData(type: string, options: Options, { origin = siteOrigin, challenge = options.challenge }: Twist) {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }

  function authenticatorData(
    { rpId = siteId, isVerified = true, counter: told = ++counter }: Twist,
    attested = Buffer.alloc(0),
  ) {
    const flags = 0x01 | (isVerified ? 0x04 : 0) | (attested.length > 0 ? 0x40 : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(told)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, attested])
  }

  /** The public key as a COSE key (RFC 9053, 7.1.1). */
  function coseKey(): Buffer {
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Uint8Array.from(Buffer.from(x, 'base64url'))],
      [-3, Uint8Array.from(Buffer.from(y, 'base64url'))],
    ])
    return Buffer.from(isoCBOR.encode(key))
  }

  const id = credentialId.toString('base64url')
  const answer = (response: Record<string, string>) =>
    JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })

  return {
    /** The answer to the options of a new passkey. */
    register(options: Options, twist: Twist = {}): string {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(credentialId.length)
      const attested = Buffer.concat([Buffer.alloc(16), length, credentialId, coseKey()])
      const authData = Uint8Array.from(authenticatorData(twist, attested))
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ])
      return answer({
        clientDataJSON: clientData('webauthn.create', options, twist).toString('base64url'),
        attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
      })
    },
    /** The answer to the options of a sign-in. */
    sign(options: Options, twist: Twist = {}): string {
      const data = clientData('webauthn.get', options, twist)
      const authData = authenticatorData(twist)
      const signature = sign('sha256', Buffer.concat([authData, sha256(data)]), privateKey)
      if (twist.breaksSignature) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1
      return answer({
        clientDataJSON: data.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signature.toString('base64url'),
      })
    },
  }
}

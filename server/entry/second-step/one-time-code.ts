import { Secret, TOTP } from 'otpauth'

/** RFC 6238 with the parameters that every authenticator app knows: SHA-1, six digits, 30 seconds. */
const parameters = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** One step earlier and later: clocks of phones differ (RFC 6238, 5.2). */
const stepsAround = 1
/** 160 bits (RFC 4226, 4: at least 128). */
const secretBytes = 20

export const makeCodeSecret = (): Buffer => Buffer.from(new Secret({ size: secretBytes }).buffer)

/** The step of time that the code belongs to; undefined if it belongs to none that is near. */
export function findStep(secret: Buffer, { code, now }: { code: string; now: Date }): number | undefined {
  const timestamp = now.getTime()
  const delta = totpOf(secret).validate({ token: code, timestamp, window: stepsAround })
  return delta === null ? undefined : Math.floor(timestamp / 1000 / parameters.period) + delta
}

/** The key in groups of four, to type into an app that can't scan. */
export function keyWords(secret: Buffer): string {
  return base32(secret)
    .replace(/.{4}(?=.)/g, '$& ')
    .toLowerCase()
}

/** What a QR code holds: the address that authenticator apps understand. */
export function keyAddress(secret: Buffer, { issuer, username }: { issuer: string; username: string }): string {
  return new TOTP({ ...parameters, secret: secretOf(secret), issuer, label: username }).toString()
}

const secretOf = (bytes: Buffer) => new Secret({ buffer: new Uint8Array(bytes).buffer })
const totpOf = (secret: Buffer) => new TOTP({ ...parameters, secret: secretOf(secret) })
const base32 = (bytes: Buffer) => secretOf(bytes).base32

import { calculateJwkThumbprint, decodeProtectedHeader, type JWK } from 'jose'
import type { CheckProof } from '../../entry/oidc/check-proof.ts'
import type { RepAsking } from '../../entry/oidc/find-rep.ts'
import type { Db } from '../../platform/database/tables.ts'
import { findAccountOfKey } from './app-devices.store.ts'

export type FormerDevice = { accountId: string; deviceId: string }
export type FormerDeviceFound =
  | { kind: 'former-device'; device: FormerDevice; nextNonce: string | undefined }
  | { kind: 'use-nonce'; nonce: string }
  | { kind: 'unknown' }

type Needs = { db: Db; publicUrl: string; checkProof: CheckProof }

/**
 * Identifies a device whose sign-in has ended. It has no token any more. It sends its name in place of the token and
 * proves with its non-extractable key that it is the device that was signed in. This proof grants no access by itself.
 */
export function createFindFormerDevice({ db, publicUrl, checkProof }: Needs) {
  return async function findFormerDevice(asking: RepAsking): Promise<FormerDeviceFound> {
    const { authorization, proof, method, path } = asking
    const deviceId = /^DPoP ([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.exec(authorization ?? '')?.[1]
    const thumbprint = proof === undefined ? undefined : await readThumbprint(proof)
    if (deviceId === undefined || proof === undefined || thumbprint === undefined) return { kind: 'unknown' }
    // Before the proof is verified and stored, so that unknown keys store nothing.
    const accountId = await findAccountOfKey(db, { deviceId, thumbprint })
    if (accountId === undefined) return { kind: 'unknown' }
    const url = `${publicUrl}${path}`
    const checked = await checkProof({ proof, method, url, accessToken: deviceId, thumbprint })
    if (checked.kind === 'no-proof') return { kind: 'unknown' }
    if (checked.kind === 'use-nonce') return checked
    return { kind: 'former-device', device: { accountId, deviceId }, nextNonce: checked.nextNonce }
  }
}

/** Reads which key the proof claims to be signed by. The signature is verified later. */
async function readThumbprint(proof: string): Promise<string | undefined> {
  try {
    return await calculateJwkThumbprint(decodeProtectedHeader(proof).jwk as JWK)
  } catch {
    return undefined
  }
}

import { randomBytes } from 'node:crypto'
import type { Secrets } from '../../platform/settings/secrets.ts'

const purpose = 'webhook secret'

/** 32 bytes: Standard Webhooks asks for 24 to 64. */
export const makeSecret = (): Buffer => randomBytes(32)

export const sealSecret = (secrets: Secrets, { secret, webhookId }: { secret: Buffer; webhookId: string }) =>
  secrets.seal(purpose, secret, webhookId)

type SealedSecret = { keyId: string; sealed: Buffer; webhookId: string }

/** Undefined if its key is gone. */
export const openSecret = (secrets: Secrets, { keyId, sealed, webhookId }: SealedSecret): Buffer | undefined =>
  secrets.open(purpose, { keyId, bytes: sealed }, webhookId)

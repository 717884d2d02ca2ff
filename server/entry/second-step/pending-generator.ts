import type { Clock } from '../../platform/clock.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { makeCodeSecret } from './one-time-code.ts'

const purpose = 'pending code generators'
const timeBytes = 8

type Needs = { secrets: Secrets; clock: Clock }

/**
 * A new secret that waits for its first code. It travels in the form, sealed for its account, so that opening the page
 * changes nothing on the server.
 */
function makePendingGenerator({ secrets, clock }: Needs, accountId: string): Pending {
  const secret = makeCodeSecret()
  const expiresAt = Buffer.alloc(timeBytes)
  expiresAt.writeBigInt64BE(BigInt(clock.now().getTime() + limits.halfDoneSignIns.seconds * 1000))
  const { keyId, bytes } = secrets.seal(purpose, Buffer.concat([expiresAt, secret]), accountId)
  return { secret, pending: `${keyId}.${bytes.toString('base64url')}` }
}

/** Keeps a secret that the person has scanned already, so that a mistyped code costs no second scan. */
export function keepOrMakePending(
  needs: Needs,
  { pending, accountId }: Partial<PendingGenerator> & { accountId: string },
) {
  const secret = pending === undefined ? undefined : readPendingGenerator(needs, { pending, accountId })
  return secret && pending !== undefined ? { secret, pending } : makePendingGenerator(needs, accountId)
}

/** Undefined if it has expired, or was made for another account. */
export function readPendingGenerator({ secrets, clock }: Needs, { pending, accountId }: PendingGenerator) {
  const [keyId = '', text = ''] = pending.split('.')
  const opened = secrets.open(purpose, { keyId, bytes: Buffer.from(text, 'base64url') }, accountId)
  if (!opened || Number(opened.readBigInt64BE()) <= clock.now().getTime()) return undefined
  return opened.subarray(timeBytes)
}

export type PendingGenerator = { pending: string; accountId: string }
type Pending = { secret: Buffer; pending: string }

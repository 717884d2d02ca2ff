import { findMailAddress } from '../accounts/account.ts'
import { getAccount, lockAccount } from '../accounts/accounts.store.ts'
import { recordEvent } from '../audit/audit.store.ts'
import type { Clock } from '../clock.ts'
import type { AskedBy, Db, Queryable, Tx } from '../database/tables.ts'
import type { Limiter, LimitName } from '../limits/limiter.ts'
import { limits } from '../limits/limits.ts'
import type { QueueMail } from '../mail/queue-mail.ts'
import { insertRequest, isMailOnItsWay } from './recovery.store.ts'
import { resetMailKind } from './reset.mail.ts'
import { handOverSecondsOf } from './reset-life.ts'

export type Asker =
  /** Somebody at the sign-in form: a stranger, or a device on which the account has signed in before. */
  | { askedBy: 'self'; network: string; device: string; knownDeviceHash: Buffer | undefined }
  | { askedBy: 'administrator' | 'rep'; accountId: string; network: string; device: string }
  | { askedBy: 'command-line' }

export type ResetAsked =
  | { kind: 'asked' }
  /** A mail of the same account is on its way or younger than a minute: nothing more is sent. */
  | { kind: 'on-its-way' }
  | { kind: 'too-many'; retryAfterSeconds: number }
  | { kind: 'no-address' }

export type RequestReset = (request: { accountId: string; asker: Asker }) => Promise<ResetAsked>

type Needs = { db: Db; clock: Clock; limiter: Limiter; queueMail: QueueMail }

/**
 * Asks for one reset mail: the request, its audit row and the mail's job are recorded together or not at all. No secret
 * exists yet, those are born when the mail is handed over.
 */
export function createRequestReset({ db, clock, limiter, queueMail }: Needs): RequestReset {
  const isOnItsWay = (queryable: Queryable, accountId: string, askedBy: AskedBy) => {
    const sentAfter = new Date(clock.now().getTime() - limits.resets.quietSeconds * 1000)
    return isMailOnItsWay(queryable, { accountId, askedBy, sentAfter })
  }

  async function record(tx: Tx, accountId: string, asker: Asker): Promise<ResetAsked> {
    const account = await lockAccount(tx, accountId)
    const recipient = findMailAddress(account)
    if (recipient === undefined) return { kind: 'no-address' }
    // Asked again under the lock: of two at once one sends.
    if (await isOnItsWay(tx, accountId, asker.askedBy)) return { kind: 'on-its-way' }
    const at = clock.now()
    const deliverBy = new Date(at.getTime() + handOverSecondsOf(asker.askedBy) * 1000)
    const askedByAccountId = 'accountId' in asker ? asker.accountId : null
    const requestId = await insertRequest(tx, {
      accountId,
      askedBy: asker.askedBy,
      askedByAccountId,
      askedAt: at,
      network: 'network' in asker ? asker.network : '',
      deliverBy,
    })
    await queueMail(tx, { kind: resetMailKind, accountId, subjectId: requestId, recipient, deliverBy })
    await recordEvent(tx, {
      at,
      action: 'reset-asked',
      // Whoever types a username at the form has proved nothing.
      actor: asker.askedBy === 'self' ? 'nobody' : asker.askedBy,
      actorAccountId: askedByAccountId,
      accountId,
      ...('network' in asker && { network: asker.network, device: asker.device }),
    })
    return { kind: 'asked' }
  }

  return async ({ accountId, asker }) => {
    if (findMailAddress(await getAccount(db, accountId)) === undefined) return { kind: 'no-address' }
    // Before the caps, so that what sends nothing spends nothing.
    if (await isOnItsWay(db, accountId, asker.askedBy)) return { kind: 'on-its-way' }
    const refusal = await takeAll(limiter, capsOf(accountId, asker))
    if (refusal) {
      await recordEvent(db, { at: clock.now(), action: 'reset-refused', actor: 'system', accountId })
      return refusal
    }
    return db.transaction().execute(tx => record(tx, accountId, asker))
  }
}

const ownCaps = {
  'command-line': 'commandLineResetMails',
  administrator: 'administratorResetMails',
  rep: 'repResetMails',
} as const satisfies Partial<Record<AskedBy, LimitName>>

type Cap = { limit: LimitName; key: string }

/** Own network first: one network's excess must not spend the cap that all strangers share. */
function capsOf(accountId: string, asker: Asker): Cap[] {
  if (asker.askedBy !== 'self') return [{ limit: ownCaps[asker.askedBy], key: accountId }]
  if (asker.knownDeviceHash) {
    const key = `${accountId} ${asker.knownDeviceHash.toString('base64url')}`
    return [
      { limit: 'knownDeviceResetMailsPerHour', key },
      { limit: 'knownDeviceResetMailsPerDay', key },
    ]
  }
  const key = `${accountId} ${asker.network}`
  return [
    { limit: 'networkResetMailsPerHour', key },
    { limit: 'networkResetMailsPerDay', key },
    { limit: 'strangersResetMailsPerDay', key: accountId },
  ]
}

async function takeAll(limiter: Limiter, caps: readonly Cap[]) {
  for (const { limit, key } of caps) {
    const taken = await limiter.take(limit, key)
    if (taken.kind === 'refused') return { kind: 'too-many' as const, retryAfterSeconds: taken.retryAfterSeconds }
  }
  return undefined
}

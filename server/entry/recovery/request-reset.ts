import { randomUUID } from 'node:crypto'
import { findMailAddress } from '../../people/accounts/account.ts'
import { lockAccount } from '../../people/accounts/accounts.store.ts'
import { findHold } from '../../people/accounts/find-hold.ts'
import { eventRow, recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, ResetPurpose, Tx } from '../../platform/database/tables.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { QueueMail } from '../../platform/mail/queue-mail.ts'
import { invitationMailKind } from './invitation.mail.ts'
import { findCapWait, isOnItsWay } from './mail-caps.ts'
import { listRecentRequests, requestRow } from './recovery.store.ts'
import { resetMailKind } from './reset.mail.ts'
import { handOverSecondsOf } from './reset-life.ts'

export type Asker =
  /** At the sign-in form or by a link: a stranger, a known device of the account, or a reader of its newest mail. */
  | {
      askedBy: 'self'
      network: string
      device: string
      knownDeviceHash: Buffer | undefined
      byNewestLink?: boolean
    }
  | { askedBy: 'administrator' | 'rep'; accountId: string; network: string; device: string }
  | { askedBy: 'command-line' }

export type ResetAsked =
  | { kind: 'asked' }
  /** A mail of the same account is on its way or younger than a minute: nothing more is sent. */
  | { kind: 'on-its-way' }
  | { kind: 'too-many'; retryAfterSeconds: number }
  | { kind: 'no-address' }
  /** Nobody is invited twice: who has a password resets it. */
  | { kind: 'has-password' }
  /** Another person gave the account its address: until then, or until somebody decides, no mail goes there. */
  | { kind: 'address-waits'; until: Date | null }

export type RequestReset = (request: { accountId: string; asker: Asker; purpose?: ResetPurpose }) => Promise<ResetAsked>

export type DecideReset = (tx: Tx, request: ResetToRequest) => Promise<ResetAsked>

type Needs = { db: Db; clock: Clock; queueMail: QueueMail }

/** The same decision in a transaction of its own, for those who are told what it was. */
export function createRequestReset({ db, ...needs }: Needs): RequestReset {
  const decide = createDecideReset(needs)
  return ({ purpose = 'reset', ...asked }) => db.transaction().execute(tx => decide(tx, { ...asked, purpose }))
}

/**
 * Asks for one reset mail: the request, its audit row and the mail's job are recorded together or not at all. No secret
 * exists yet, those are born when the mail is handed over.
 */
export function createDecideReset({ clock, queueMail }: Omit<Needs, 'db'>): DecideReset {
  async function decide(tx: Tx, { accountId, asker, purpose, askedAt }: ResetToRequest): Promise<ResetAsked> {
    // Under the account's lock: of two at once one sends, and the second one counts the first.
    const account = await lockAccount(tx, accountId)
    const recipient = findMailAddress(account)
    if (recipient === undefined) return { kind: 'no-address' }
    if (purpose === 'invitation' && account.passwordHash !== null) return { kind: 'has-password' }
    const at = clock.now()
    // Not to the new address, which may be a thief's, and not to the old one, which may be a stranger's by now.
    const hold = asker.askedBy === 'command-line' ? undefined : await findHold({ db: tx, clock }, accountId)
    if (hold) {
      await recordEvent(tx, { at, action: 'reset-waits', actor: 'system', accountId, ...whereFrom(asker) })
      return { kind: 'address-waits', until: hold.kind === 'waits' ? hold.until : null }
    }
    const askedAfter = new Date(at.getTime() - longestWindowMs)
    const mostTries = limits.triesPerCode.points
    const recent = await listRecentRequests(tx, { accountId, askedAfter, mostTries })
    if (isOnItsWay(recent, asker, at)) return { kind: 'on-its-way' }
    const retryAfterSeconds = findCapWait(recent, asker, at)
    if (retryAfterSeconds !== undefined) {
      await recordEvent(tx, { at, action: 'reset-refused', actor: 'system', accountId, ...whereFrom(asker) })
      return { kind: 'too-many', retryAfterSeconds }
    }
    await record(tx, { accountId, recipient, asker, purpose, at, askedAt: askedAt ?? at })
    return { kind: 'asked' }
  }

  async function record(tx: Tx, { accountId, recipient, asker, purpose, at, askedAt }: ResetToRecord): Promise<void> {
    const deliverBy = new Date(askedAt.getTime() + handOverSecondsOf({ askedBy: asker.askedBy, purpose }) * 1000)
    const askedByAccountId = 'accountId' in asker ? asker.accountId : null
    const { network = '' } = whereFrom(asker)
    const knownDeviceHash = (asker.askedBy === 'self' && asker.knownDeviceHash) || null
    const request = {
      id: randomUUID(),
      accountId,
      askedBy: asker.askedBy,
      askedByAccountId,
      askedAt,
      purpose,
      network,
      knownDeviceHash,
      byNewestLink: asker.askedBy === 'self' && asker.byNewestLink === true,
      deliverBy,
    }
    // Whoever types a username at the form has proved nothing.
    const actor = asker.askedBy === 'self' ? 'nobody' : asker.askedBy
    const who = { actor, actorAccountId: askedByAccountId, accountId } as const
    const together = tx.with('request', one => requestRow(one, request))
    await eventRow(together, {
      at,
      action: purpose === 'invitation' ? 'invitation-asked' : 'reset-asked',
      ...who,
      ...whereFrom(asker),
    }).execute()
    const kind = purpose === 'invitation' ? invitationMailKind : resetMailKind
    await queueMail(tx, { kind, accountId, subjectId: request.id, recipient, deliverBy, requestedAt: askedAt })
  }

  return decide
}

type ResetToRequest = {
  accountId: string
  asker: Asker
  purpose: ResetPurpose
  /** Where the request waited for the worker. */
  askedAt?: Date
}
type ResetToRecord = ResetToRequest & { recipient: string; at: Date; askedAt: Date }

const longestWindowMs = limits.networkResetMailsPerDay.windowSeconds * 1000

function whereFrom(asker: Asker): { network?: string; device?: string } {
  return 'network' in asker ? { network: asker.network, device: asker.device } : {}
}

import { randomUUID } from 'node:crypto'
import { findMailAddress } from '../../people/accounts/account.ts'
import { lockAccount, markInvited } from '../../people/accounts/accounts.store.ts'
import { findHold } from '../../people/accounts/find-hold.ts'
import { eventRow, recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, ResetPurpose, Tx } from '../../platform/database/tables.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { QueueMail } from '../../platform/mail/queue-mail.ts'
import type { Asker } from './asker.ts'
import { invitationMailKind } from './invitation.mail.ts'
import { findCapWait, isOnItsWay } from './mail-caps.ts'
import { listRecentRequests, requestRow } from './recovery.store.ts'
import { resetMailKind } from './reset.mail.ts'
import { handOverSecondsOf } from './reset-life.ts'

export type ResetAsked =
  | { kind: 'asked' }
  /** An email for the same account is being sent or is younger than a minute: nothing more is sent. */
  | { kind: 'on-its-way' }
  | { kind: 'too-many'; retryAfterSeconds: number }
  | { kind: 'no-address' }
  /** Only accounts without a password are invited; others can reset theirs. */
  | { kind: 'has-password' }
  /** Another person set the account's address: no email goes there until then, or until an administrator decides. */
  | { kind: 'address-waits'; until: Date | null }

export type RequestReset = (request: { accountId: string; asker: Asker; purpose?: ResetPurpose }) => Promise<ResetAsked>

export type DecideReset = (tx: Tx, request: ResetToRequest) => Promise<ResetAsked>

type Needs = { db: Db; clock: Clock; queueMail: QueueMail }

/** Decides about a reset in its own transaction, for callers who are told the result. */
export function createRequestReset({ db, ...needs }: Needs): RequestReset {
  const decide = createDecideReset(needs)
  return ({ purpose = 'reset', ...asked }) => db.transaction().execute(tx => decide(tx, { ...asked, purpose }))
}

/**
 * Decides about one reset email and records the request, its audit row and the email's job together or not at all. Link
 * and code are created only at delivery.
 */
export function createDecideReset({ clock, queueMail }: Omit<Needs, 'db'>): DecideReset {
  async function decide(tx: Tx, { accountId, asker, purpose, askedAt }: ResetToRequest): Promise<ResetAsked> {
    // Locks the account: of two concurrent requests one sends, and the second counts the first.
    const account = await lockAccount(tx, accountId)
    const recipient = findMailAddress(account)
    if (recipient === undefined) return { kind: 'no-address' }
    if (purpose === 'invitation' && account.passwordHash !== null) return { kind: 'has-password' }
    const at = clock.now()
    // Neither to the new address, which may be a thief's, nor to the old one, which may belong to someone else by now.
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
    if (purpose === 'invitation') await markInvited(tx, accountId, at)
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
    // Typing a username at the form proves nothing.
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
  /** When the request was made, if it waited for the worker. */
  askedAt?: Date
}
type ResetToRecord = ResetToRequest & { recipient: string; at: Date; askedAt: Date }

const longestWindowMs = limits.networkResetMailsPerDay.windowSeconds * 1000

function whereFrom(asker: Asker): { network?: string; device?: string } {
  return 'network' in asker ? { network: asker.network, device: asker.device } : {}
}

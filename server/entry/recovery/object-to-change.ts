import { findMailAddress } from '../../people/accounts/account.ts'
import { lockAccount, markCompromised } from '../../people/accounts/accounts.store.ts'
import { type AddressChange, findAddressChange, markObjected } from '../../people/accounts/address-changes.store.ts'
import { listAlertRecipients } from '../../people/accounts/alert-recipients.query.ts'
import { endEverySession } from '../../people/sessions/end-every-session.ts'
import { forgetDevices } from '../../people/sessions/known-devices.store.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, ObjectionEvent, Tx } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { QueueMail } from '../../platform/mail/queue-mail.ts'
import { hashToken, isToken } from '../../platform/token.ts'
import { addressObjectionKind } from './address-changed.mail.ts'
import { findObjection, useObjection } from './objections.store.ts'
import { objectionAlertKind } from './password-changed.mail.ts'
import { voidResetsOf } from './recovery.store.ts'
import { secondStepAlertKind, signInAlertKind } from './second-step-disputed.mail.ts'

export type ObjectionLink =
  | { kind: 'unknown' }
  | { kind: 'ended'; why: 'used' | 'expired' }
  | {
      kind: 'live'
      accountId: string
      event: ObjectionEvent
      eventAt: Date
      /** The changed username or address; undefined for another event. */
      change: AddressChange | undefined
    }

type Needs = { db: Db; clock: Clock; queueMail: QueueMail }

export function createReadObjection({ db, clock }: Pick<Needs, 'db' | 'clock'>) {
  return async function readObjection(handle: string): Promise<ObjectionLink> {
    const found = isToken(handle) ? await findObjection(db, hashToken(handle)) : undefined
    if (!found) return { kind: 'unknown' }
    if (found.usedAt) return { kind: 'ended', why: 'used' }
    if (found.expiresAt <= clock.now()) return { kind: 'ended', why: 'expired' }
    const { accountId, event, eventAt, changeId } = found
    const change = changeId === null ? undefined : await findAddressChange(db, changeId)
    return { kind: 'live', accountId, event, eventAt, change }
  }
}

export type ReadObjection = ReturnType<typeof createReadObjection>

/**
 * Processes "it wasn't me" (J10): ends every session and reset, marks the account compromised and alerts the
 * administrators. Never restores an old password or address: the link only proves that someone read an email. A
 * disputed new address gets no password email until an administrator has decided.
 */
export function createObjectToChange(needs: Needs) {
  const { db, clock } = needs
  const readObjection = createReadObjection(needs)
  return async function objectToChange(handle: string, caller: Caller): Promise<ObjectionLink> {
    const link = await readObjection(handle)
    if (link.kind !== 'live') return link
    const isMine = await db.transaction().execute(async tx => {
      await lockAccount(tx, link.accountId)
      const used = await useObjection(tx, { handleHash: hashToken(handle), now: clock.now() })
      if (used) await close(tx, needs, { ...link, caller })
      return used !== undefined
    })
    return isMine ? link : readObjection(handle)
  }
}

export type ObjectToChange = ReturnType<typeof createObjectToChange>

type DisputedAccount = Pick<LiveLink, 'accountId' | 'event' | 'change'> & { caller: Caller }
type LiveLink = Extract<ObjectionLink, { kind: 'live' }>

async function close(
  tx: Tx,
  { clock, queueMail }: Needs,
  { accountId, event, change, caller }: DisputedAccount,
): Promise<void> {
  const at = clock.now()
  // Also if the old address is back: the objection then blocks the next new one.
  if (change) await markObjected(tx, { id: change.id, at })
  await markCompromised(tx, accountId, at)
  await endEverySession(tx, { accountId, because: 'compromised' })
  await forgetDevices(tx, accountId)
  await voidResetsOf(tx, { accountId, reason: 'objection', at })
  await recordEvent(tx, {
    at,
    action: 'change-objected',
    actor: 'nobody',
    accountId,
    network: caller.network,
    device: caller.device,
    details: { address: change !== undefined },
  })
  const deliverBy = new Date(at.getTime() + limits.resets.objectionSeconds * 1000)
  for (const administrator of await listAlertRecipients(tx)) {
    const recipient = findMailAddress(administrator)
    if (recipient === undefined) continue
    const kind = change ? addressObjectionKind : alertKindOf(event)
    await queueMail(tx, { kind, accountId, subjectId: change?.id ?? null, recipient, deliverBy })
  }
}

function alertKindOf(event: ObjectionEvent): string {
  if (event === 'second-step-changed') return secondStepAlertKind
  return event === 'signed-in' ? signInAlertKind : objectionAlertKind
}

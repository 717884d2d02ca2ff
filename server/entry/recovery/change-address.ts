import { type Account, findMailAddress } from '../../people/accounts/account.ts'
import { updateUsername } from '../../people/accounts/accounts.store.ts'
import { insertAddressChange } from '../../people/accounts/address-changes.store.ts'
import { findProvenAddress } from '../../people/accounts/address-hold.ts'
import { findHold, hasObjection } from '../../people/accounts/find-hold.ts'
import { isUsernameTaken } from '../../people/accounts/taken-names.query.ts'
import type { Username } from '../../people/accounts/username.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { QueueMail } from '../../platform/mail/queue-mail.ts'
import { addressChangedKind, addressGivenKind, addressTakenKind } from './address-changed.mail.ts'
import { voidResetsOf } from './recovery.store.ts'

export type NewAddress = {
  /** As locked by the caller's transaction. */
  account: Account
  username: Username
  /** The new address for password emails. */
  address: string
  by: { actor: 'command-line' } | { actor: 'administrator'; actorAccountId: string; network: string; device: string }
}

export type AddressChanged =
  | { kind: 'changed'; wait: AddressWait | undefined }
  /** Nothing changed. */
  | { kind: 'unchanged' }
  | { kind: 'taken' }

/** Until when no password email goes to the new address; null after an objection, when the wait has no end. */
export type AddressWait = { until: Date | null }

export type ChangeAddress = (tx: Tx, change: NewAddress) => Promise<AddressChanged>

/**
 * Changes an account's username or address and its consequences, in the caller's transaction, which must have locked
 * the account: open resets end, the old and the new addresses are told (ASVS 6.3.7), and a new address gets no password
 * email for a day, in which the old one can object. Sessions stay: they began before the change, and the person needs
 * one to confirm the address.
 */
export function createChangeAddress({ clock, queueMail }: { clock: Clock; queueMail: QueueMail }): ChangeAddress {
  return async (tx, { account, username, address, by }) => {
    const before = findMailAddress(account)
    const isSameName = username.typed === account.username
    if (isSameName && address === before) return { kind: 'unchanged' }
    if (await isUsernameTaken(tx, { usernameKey: username.key, exceptId: account.id })) return { kind: 'taken' }
    const at = clock.now()
    const hold = await findHold({ db: tx, clock }, account.id)
    const proven = findProvenAddress(before, hold)
    const isElsewhere = address !== before
    // Back at the person's own address, nothing has to wait. The operator could print a link anyway.
    const waits = isElsewhere && address !== proven && by.actor !== 'command-line'
    const waitsUntil = waits ? new Date(at.getTime() + limits.resets.newAddressSeconds * 1000) : null
    // An open objection survives further new addresses, and a brief return to the old one.
    const isHeld = address !== proven && (await hasObjection(tx, account.id))
    const changedBy = 'actorAccountId' in by ? by.actorAccountId : null
    const email = account.kind === 'contact' && { email: address }
    await updateUsername(tx, { id: account.id, username: username.typed, usernameKey: username.key, ...email })
    await voidResetsOf(tx, { accountId: account.id, reason: 'address-changed', at })
    const changeId = await insertAddressChange(tx, {
      accountId: account.id,
      usernameBefore: account.username,
      usernameAfter: username.typed,
      addressBefore: before ?? null,
      addressAfter: address,
      provenAddress: proven ?? null,
      changedBy,
      changedAt: at,
      waitsUntil,
    })
    await recordEvent(tx, {
      at,
      action: isSameName ? 'address-changed' : 'username-changed',
      ...by,
      accountId: account.id,
      details: { username: !isSameName, address: isElsewhere, waits },
    })
    const deliverBy = new Date(at.getTime() + limits.resets.objectionSeconds * 1000)
    for (const { kind, recipient } of listNotices(account, { before, proven, address })) {
      await queueMail(tx, { kind, accountId: account.id, subjectId: changeId, recipient, deliverBy })
    }
    return { kind: 'changed', wait: isHeld || waits ? { until: isHeld ? null : waitsUntil } : undefined }
  }
}

type Addresses = { before: string | undefined; proven: string | undefined; address: string }

/**
 * The recipients of all notices so far can object: the address known to be the person's, and a user's second address.
 * An address that no one has vouched for gets no such link, because it could lock the person out.
 */
function listNotices(account: Account, { before, proven, address }: Addresses) {
  const second = account.kind === 'user' ? account.emailTo : null
  const canObject = new Set([proven, second ?? undefined].filter(recipient => recipient !== undefined))
  const left = before !== undefined && before !== address && !canObject.has(before) ? [before] : []
  const given = canObject.has(address) ? [] : [address]
  return [
    ...[...canObject].map(recipient => ({ kind: addressChangedKind, recipient })),
    ...left.map(recipient => ({ kind: addressTakenKind, recipient })),
    ...given.map(recipient => ({ kind: addressGivenKind, recipient })),
  ]
}

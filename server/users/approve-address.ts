import { lockAccount } from '../accounts/accounts.store.ts'
import { settleAddressChange } from '../accounts/address-changes.store.ts'
import { findHold } from '../accounts/find-hold.ts'
import { recordEvent } from '../audit/audit.store.ts'
import type { Clock } from '../clock.ts'
import type { Db, Queryable } from '../database/tables.ts'
import { limits } from '../limits/limits.ts'
import { type Authority, isWithinReach } from '../roles/authority.ts'
import { isAdministratorSince } from './standing.query.ts'

export type WhyNotApprove =
  | 'above-you'
  /** Two persons have to know of a change. */
  | 'own-change'
  /** Whoever holds one session could make a second administrator with it. */
  | 'too-new'

export type AddressApproved =
  | { kind: 'approved'; address: string }
  | { kind: 'nothing-waits' }
  /** What was looked at is not what stands now. */
  | { kind: 'changed-again' }
  | { kind: WhyNotApprove }

type Administrator = Extract<Authority, { actor: 'administrator' }>
type Order = { accountId: string; changeId: string; authority: Administrator }

/** A second administrator answers for a new address: mails that lead to a password may go there at once. */
export function createApproveAddress({ db, clock }: { db: Db; clock: Clock }) {
  return async function approveAddress({ accountId, changeId, authority }: Order): Promise<AddressApproved> {
    return db.transaction().execute(async tx => {
      await lockAccount(tx, accountId)
      const at = clock.now()
      const hold = await findHold({ db: tx, clock }, accountId)
      if (!hold) return { kind: 'nothing-waits' as const }
      const { id, changedBy, addressAfter: address } = hold.change
      if (id !== changeId) return { kind: 'changed-again' as const }
      const why = await whyNotApprove(tx, { accountId, changedBy, authority, at })
      if (why) return { kind: why }
      await settleAddressChange(tx, { id, by: authority.actorAccountId, at })
      const details = { objected: hold.kind === 'objected' }
      await recordEvent(tx, { at, action: 'address-approved', ...authority, accountId, details })
      return { kind: 'approved' as const, address }
    })
  }
}

export type ApproveAddress = ReturnType<typeof createApproveAddress>

type Approval = {
  accountId: string
  changedBy: string | null
  authority: Pick<Administrator, 'actor' | 'actorAccountId'>
  at: Date
}

/** Why this administrator cannot be the second one; nothing if they can. */
export async function whyNotApprove(
  db: Queryable,
  { accountId, changedBy, authority, at }: Approval,
): Promise<WhyNotApprove | undefined> {
  const { actorAccountId } = authority
  if (!(await isWithinReach(db, { authority: { ...authority, network: '', device: '' }, accountId })))
    return 'above-you'
  if (changedBy === actorAccountId) return 'own-change'
  const since = new Date(at.getTime() - limits.resets.newAddressSeconds * 1000)
  return (await isAdministratorSince(db, { accountId: actorAccountId, since })) ? 'too-new' : undefined
}

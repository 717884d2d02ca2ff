import { lockAccount } from '../../people/accounts/accounts.store.ts'
import { settleAddressChanges } from '../../people/accounts/address-changes.store.ts'
import { findUnsettled } from '../../people/accounts/find-hold.ts'
import { type Authority, isWithinReach } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Queryable } from '../../platform/database/tables.ts'
import { limits } from '../../platform/limits/limits.ts'
import { isAdministratorSince } from './administrator-since.query.ts'

export type WhyNotApprove =
  | 'above-you'
  /** Two people must know about a change. */
  | 'own-change'
  /** Otherwise the holder of one session could create a second administrator with it. */
  | 'too-new'

export type AddressApproved =
  | { kind: 'approved'; address: string }
  | { kind: 'nothing-waits' }
  /** The address has changed since the administrator looked at it. */
  | { kind: 'changed-again' }
  | { kind: WhyNotApprove }

type Administrator = Extract<Authority, { actor: 'administrator' }>
type Command = { accountId: string; changeId: string; authority: Administrator }

/** Approves a new address as a second administrator, so that password reset emails may go there immediately. */
export function createApproveAddress({ db, clock }: { db: Db; clock: Clock }) {
  return async function approveAddress({ accountId, changeId, authority }: Command): Promise<AddressApproved> {
    return db.transaction().execute(async tx => {
      await lockAccount(tx, accountId)
      const at = clock.now()
      const unsettled = await findUnsettled({ db: tx, clock }, accountId)
      if (!unsettled) return { kind: 'nothing-waits' as const }
      const { change, hold, changedBy } = unsettled
      const { id, addressAfter: address } = change
      if (id !== changeId) return { kind: 'changed-again' as const }
      const why = await whyNotApprove(tx, { accountId, changedBy, authority, at })
      if (why) return { kind: why }
      await settleAddressChanges(tx, { accountId, by: authority.actorAccountId, at })
      const details = { objected: hold?.kind !== 'waits' }
      await recordEvent(tx, { at, action: 'address-approved', ...authority, accountId, details })
      return { kind: 'approved' as const, address }
    })
  }
}

type Approval = {
  accountId: string
  changedBy: ReadonlySet<string>
  authority: Pick<Administrator, 'actor' | 'actorAccountId'>
  at: Date
}

/** Says why this administrator cannot be the second one. Returns nothing if they can. */
export async function whyNotApprove(
  db: Queryable,
  { accountId, changedBy, authority, at }: Approval,
): Promise<WhyNotApprove | undefined> {
  const { actorAccountId } = authority
  if (!(await isWithinReach(db, { authority: { ...authority, network: '', device: '' }, accountId })))
    return 'above-you'
  if (changedBy.has(actorAccountId)) return 'own-change'
  const since = new Date(at.getTime() - limits.resets.newAddressSeconds * 1000)
  return (await isAdministratorSince(db, { accountId: actorAccountId, since })) ? 'too-new' : undefined
}

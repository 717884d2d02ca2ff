import type { Clock } from '../../platform/clock.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import { findMailAddress } from './account.ts'
import { getAccount } from './accounts.store.ts'
import { findLastAddressChange, listChangesSinceObjection } from './address-changes.store.ts'
import { type AddressHold, readHold, readObjectedHold } from './address-hold.ts'

type Needs = { db: Queryable; clock: Clock }

/** Why no password email goes to this account's address now; undefined if it may. */
export async function findHold({ db, clock }: Needs, accountId: string): Promise<AddressHold | undefined> {
  const last = await findLastAddressChange(db, accountId)
  const disputed = await listChangesSinceObjection(db, accountId)
  if (disputed.length === 0) return readHold(last, clock.now())
  const address = findMailAddress(await getAccount(db, accountId)) ?? null
  return readObjectedHold({ disputed, last, address })
}

/** An objection blocks every other address of the account until an administrator settles it. */
export async function hasObjection(db: Queryable, accountId: string): Promise<boolean> {
  return (await listChangesSinceObjection(db, accountId)).length > 0
}

export type UnsettledAddress = {
  hold: AddressHold | undefined
  /** The change to review and settle. */
  change: AddressHold['change']
  /** Everyone who made a disputed or waiting change: none of them can settle it. */
  changedBy: ReadonlySet<string>
}

/**
 * What another administrator has to settle: a new address that waits, or an objection, even if the old address is back.
 */
export async function findUnsettled(needs: Needs, accountId: string): Promise<UnsettledAddress | undefined> {
  const hold = await findHold(needs, accountId)
  const disputed = await listChangesSinceObjection(needs.db, accountId)
  const change = hold?.change ?? disputed.at(-1)
  if (!change) return undefined
  // An administrator who only restored the old address may settle it: they changed nothing in their own favour.
  const suspects = disputed.filter(one => one.objectedAt !== null || one.addressAfter !== one.provenAddress)
  const changers = (disputed.length > 0 ? suspects : [change]).flatMap(({ changedBy }) => changedBy ?? [])
  return { hold, change, changedBy: new Set(changers) }
}

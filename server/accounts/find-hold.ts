import type { Clock } from '../clock.ts'
import type { Queryable } from '../database/tables.ts'
import { findLastAddressChange } from './address-changes.store.ts'
import { type AddressHold, readHold } from './address-hold.ts'

/** Why no mail that leads to a password goes to the address of this account now; nothing if it may. */
export async function findHold(
  { db, clock }: { db: Queryable; clock: Clock },
  accountId: string,
): Promise<AddressHold | undefined> {
  return readHold(await findLastAddressChange(db, accountId), clock.now())
}

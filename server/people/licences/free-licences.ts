import type { UserType } from '../../../shared/contract/user-lists.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import { type Licence, listLicences, lockLicence } from './licences.store.ts'

export type FreeLicences = ReadonlyMap<UserType, number>

/** How many licences of each type are free now. */
export async function countFreeLicences(db: Db | Tx): Promise<FreeLicences> {
  return toFree(await listLicences(db))
}

/**
 * Counts and locks the free licences until the caller's transaction ends, for taking several together. Locks in name
 * order, so that concurrent transactions can't deadlock.
 */
export async function holdFreeLicences(tx: Tx, types: readonly UserType[]): Promise<FreeLicences> {
  const held: Licence[] = []
  for (const type of [...new Set(types)].toSorted()) held.push(await lockLicence(tx, type))
  return toFree(held)
}

const toFree = (licences: readonly Licence[]) =>
  new Map(licences.map(({ userType, enabled, used }) => [userType, Math.max(0, enabled - used)]))

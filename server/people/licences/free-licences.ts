import type { UserType } from '../../../shared/contract/user-lists.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import { type Licence, listLicences, lockLicence } from './licences.store.ts'

export type FreeLicences = ReadonlyMap<UserType, number>

/** How many seats of each type are free at this moment. */
export async function countFreeLicences(db: Db | Tx): Promise<FreeLicences> {
  return toFree(await listLicences(db))
}

/**
 * The same, held until the caller's transaction ends, so that many can be taken at once. In the order of their names:
 * two who hold several must not wait for each other.
 */
export async function holdFreeLicences(tx: Tx, types: readonly UserType[]): Promise<FreeLicences> {
  const held: Licence[] = []
  for (const type of [...new Set(types)].toSorted()) held.push(await lockLicence(tx, type))
  return toFree(held)
}

const toFree = (licences: readonly Licence[]) =>
  new Map(licences.map(({ userType, enabled, used }) => [userType, Math.max(0, enabled - used)]))

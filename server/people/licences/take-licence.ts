import type { UserType } from '../../../shared/contract/user-lists.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { lockLicence } from './licences.store.ts'

export type LicenceTaken = { kind: 'taken' } | { kind: 'no-licence' }

/**
 * Takes a seat in the caller's transaction, before the user who will hold it is written. Whoever comes next waits until
 * that is done, and counts it.
 */
export async function takeLicence(tx: Tx, userType: UserType): Promise<LicenceTaken> {
  const { used, enabled } = await lockLicence(tx, userType)
  return used < enabled ? { kind: 'taken' } : { kind: 'no-licence' }
}

import type { UserType } from '../../../shared/contract/user-lists.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { lockLicence } from './licences.store.ts'

export type LicenceTaken = { kind: 'taken' } | { kind: 'no-licence' }

/**
 * Takes a licence in the caller's transaction, before its holder is written. A concurrent transaction waits until then
 * and counts it.
 */
export async function takeLicence(tx: Tx, userType: UserType): Promise<LicenceTaken> {
  const { used, enabled } = await lockLicence(tx, userType)
  return used < enabled ? { kind: 'taken' } : { kind: 'no-licence' }
}

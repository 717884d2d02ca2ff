import { type ImportKind, moduleOfImport } from '../../../shared/contract/import-lists.ts'
import { allows } from '../../../shared/contract/rights.ts'
import { whyClosed } from '../../people/accounts/account.ts'
import { findAccountById } from '../../people/accounts/accounts.store.ts'
import { getRightsOf } from '../../people/roles/roles.store.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import type { ImportCommand } from './import-command.ts'

export type AdmittedImporter = { mayMakeTerritories: boolean }

type ImporterToAdmit = { kind: ImportKind; authority: ImportCommand['authority']; settings?: ImportCommand['settings'] }

/** Re-checks the importer's rights when the work starts: they may have changed since the command. */
export async function admitImporter(
  db: Queryable,
  { kind, authority, settings }: ImporterToAdmit,
): Promise<AdmittedImporter | undefined> {
  const account = await findAccountById(db, authority.actorAccountId)
  if (!account || whyClosed(account)) return undefined
  const rights = await getRightsOf(db, account.id)
  if (!allows(rights, { module: moduleOfImport[kind], access: 'write' })) return undefined
  const mayMake = allows(rights, { module: 'retailers', access: 'write' })
  return { mayMakeTerritories: settings?.territories === 'create' && mayMake }
}

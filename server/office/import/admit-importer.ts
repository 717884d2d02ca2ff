import { type ImportKind, moduleOfImport } from '../../../shared/contract/import-lists.ts'
import { hasRightNow } from '../../people/roles/has-right-now.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import type { ImportCommand } from './import-command.ts'

export type AdmittedImporter = { mayMakeTerritories: boolean }

type ImporterToAdmit = { kind: ImportKind; authority: ImportCommand['authority']; settings?: ImportCommand['settings'] }

/** Re-checks the importer's rights when the work starts: they may have changed since the command. */
export async function admitImporter(
  db: Queryable,
  { kind, authority, settings }: ImporterToAdmit,
): Promise<AdmittedImporter | undefined> {
  const importer = { accountId: authority.actorAccountId, access: 'write' } as const
  if (!(await hasRightNow(db, { ...importer, module: moduleOfImport[kind] }))) return undefined
  const mayMake = settings?.territories === 'create' && (await hasRightNow(db, { ...importer, module: 'retailers' }))
  return { mayMakeTerritories: mayMake }
}

import type { AuditPeople } from '../../../shared/contract/audit.ts'
import { fullNameOf } from '../../../shared/names/full-name.ts'
import type { Db } from '../../platform/database/tables.ts'
import { listPeople } from './audit-log.query.ts'

/** Finds the accounts to filter by. A reader of the audit may lack the right to read users. */
export function createFindPeople({ db }: { db: Db }) {
  return async function findPeople(asked: { search: string; id?: string | undefined }): Promise<AuditPeople> {
    const rows = await listPeople(db, asked)
    const people = rows.map(({ id, username, given_name, family_name }) => ({
      id,
      username,
      fullName: fullNameOf({ givenName: given_name, familyName: family_name }),
    }))
    return { people }
  }
}

import type { RoleDraft } from '../../../shared/contract/roles.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { type Authority, hasRights } from './authority.ts'
import { insertRole } from './roles.store.ts'

export type RoleAdded = { kind: 'added'; id: string } | { kind: 'role-taken' } | { kind: 'role-above-you' }

/** Adds a role. It can't grant a right that its author lacks. */
export function createAddRole({ db, clock }: { db: Db; clock: Clock }) {
  return async function addRole({ role, authority }: { role: RoleDraft; authority: Authority }): Promise<RoleAdded> {
    return db.transaction().execute(async tx => {
      if (!(await hasRights(tx, { authority, rights: role.rights }))) return { kind: 'role-above-you' as const }
      const id = await insertRole(tx, role)
      if (id === undefined) return { kind: 'role-taken' as const }
      await recordEvent(tx, { at: clock.now(), action: 'role-added', ...authority, details: { role: id } })
      return { kind: 'added' as const, id }
    })
  }
}

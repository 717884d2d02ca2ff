import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Authority } from './authority.ts'
import { deleteRoleWithoutHolders, lockRole } from './roles.store.ts'
import { type RoleUntouchable, whyUntouchable } from './why-untouchable.ts'

export type RoleRemoved =
  | { kind: 'removed'; name: string }
  | { kind: 'no-such-role' }
  | { kind: RoleUntouchable }
  | { kind: 'role-in-use' }

/** Removes a role that no user has. Deactivated users count: a reactivated user would otherwise have no role. */
export function createRemoveRole({ db, clock }: { db: Db; clock: Clock }) {
  return async function removeRole({ id, authority }: { id: string; authority: Authority }): Promise<RoleRemoved> {
    return db.transaction().execute(async tx => {
      const role = await lockRole(tx, id)
      if (!role) return { kind: 'no-such-role' as const }
      const why = await whyUntouchable(tx, { authority, id, rights: [role.rights] })
      if (why) return { kind: why }
      if (!(await deleteRoleWithoutHolders(tx, id))) return { kind: 'role-in-use' as const }
      await recordEvent(tx, { at: clock.now(), action: 'role-removed', ...authority, details: { role: id } })
      return { kind: 'removed' as const, name: role.name }
    })
  }
}

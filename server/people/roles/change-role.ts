import { exceed, type Rights } from '../../../shared/contract/rights.ts'
import type { RoleDraft } from '../../../shared/contract/roles.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { unlessTaken } from '../../platform/database/unless-taken.ts'
import type { Authority } from './authority.ts'
import { isLastFullRole, isRoleNameTaken, lockRole, updateRole } from './roles.store.ts'
import { type RoleUntouchable, whyUntouchable } from './why-untouchable.ts'

export type RoleChanged =
  | { kind: 'changed' }
  | { kind: 'no-such-role' }
  | { kind: RoleUntouchable }
  | { kind: 'role-taken' }
  | { kind: 'last-administrator' }

type Command = { id: string; role: RoleDraft; authority: Authority }

/**
 * Changes a role's rights, with immediate effect for all its holders. Neither its old nor its new rights may exceed the
 * actor's own.
 */
export function createChangeRole({ db, clock }: { db: Db; clock: Clock }) {
  return async function changeRole({ id, role, authority }: Command): Promise<RoleChanged> {
    return unlessTaken('roles_name_key', { kind: 'role-taken' as const }, () =>
      db.transaction().execute(async tx => {
        // Locks before any rights are read: this serialises two administrators who remove each other's rights.
        const isLast = await isLastFullRole(tx, id)
        const before = await lockRole(tx, id)
        if (!before) return { kind: 'no-such-role' as const }
        const why = await whyUntouchable(tx, { authority, id, rights: [before.rights, role.rights] })
        if (why) return { kind: why }
        if (await isRoleNameTaken(tx, { name: role.name, id })) return { kind: 'role-taken' as const }
        if (isLast && exceed(fullRights, { mine: role.rights })) return { kind: 'last-administrator' as const }
        await updateRole(tx, { id, ...role })
        await recordEvent(tx, { at: clock.now(), action: 'role-changed', ...authority, details: { role: id } })
        return { kind: 'changed' as const }
      }),
    )
  }
}

const fullRights: Rights = {
  users: 'write',
  subscription: 'write',
  retailers: 'write',
  products: 'write',
  orders: 'write',
  mail: 'write',
  audit: 'write',
  settings: 'write',
}

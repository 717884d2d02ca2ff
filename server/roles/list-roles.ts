import { exceed, type Rights } from '../../shared/contract/rights.ts'
import type { RoleList } from '../../shared/contract/roles.ts'
import type { Db } from '../database/tables.ts'
import { listRolesByName } from './roles.store.ts'

/** All roles, and which of them somebody with these rights may give. */
export function createListRoles({ db }: { db: Db }) {
  return async function listRoles(mine: Rights): Promise<RoleList> {
    const roles = await listRolesByName(db)
    return { roles: roles.map(role => ({ ...role, isWithinReach: !exceed(role.rights, { mine }) })) }
  }
}

export type ListRoles = ReturnType<typeof createListRoles>

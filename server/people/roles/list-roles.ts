import { exceed, type Rights } from '../../../shared/contract/rights.ts'
import type { RoleList } from '../../../shared/contract/roles.ts'
import type { Db } from '../../platform/database/tables.ts'
import { fullRightsRoleId } from './full-rights-role.ts'
import { findRoleOf, listRolesByName } from './roles.store.ts'

/** Lists all roles, their holders, and which of them this administrator may give. */
export function createListRoles({ db }: { db: Db }) {
  return async function listRoles(by: { accountId: string; rights: Rights }): Promise<RoleList> {
    const [roles, own] = await Promise.all([listRolesByName(db), findRoleOf(db, by.accountId)])
    return {
      roles: roles.map(role => ({
        ...role,
        isWithinReach: !exceed(role.rights, { mine: by.rights }),
        isYours: role.id === own,
        isFixed: role.id === fullRightsRoleId,
      })),
    }
  }
}

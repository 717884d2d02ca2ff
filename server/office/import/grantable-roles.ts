import { exceed, noRights } from '../../../shared/contract/rights.ts'
import { isForAdminSite, type UserType } from '../../../shared/contract/user-lists.ts'
import { getRightsOf, listRolesByName } from '../../people/roles/roles.store.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import type { Importer } from './import-command.ts'

type RatedRole = { id: string; name: string; mayGrant: boolean }

export type GrantableRoles = {
  /** Ignores case, but prefers an exact match. */
  find(name: string): RatedRole | undefined
  /** True if a user of this type and role has no right that the importer lacks. */
  isWithinReach(user: { userType: UserType | null; roleId: string | null }): boolean
}

/** Says which roles the importer may assign. Importers can't grant rights they lack or change users who have more. */
export async function rateRoles(db: Queryable, { actorAccountId }: Importer): Promise<GrantableRoles> {
  const mine = await getRightsOf(db, actorAccountId)
  const roles = (await listRolesByName(db)).map(({ id, name, rights }) => ({
    id,
    name,
    mayGrant: !exceed(rights, { mine }),
  }))
  const nobodysIsWithin = !exceed(noRights, { mine })
  return {
    find: name =>
      roles.find(role => role.name === name) ?? roles.find(role => role.name.toLowerCase() === name.toLowerCase()),
    isWithinReach: ({ userType, roleId }) => {
      const role = userType && isForAdminSite(userType) ? roles.find(({ id }) => id === roleId) : undefined
      return role?.mayGrant ?? nobodysIsWithin
    },
  }
}

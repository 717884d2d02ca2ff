import { exceed, noRights } from '../../../shared/contract/rights.ts'
import { isForAdminSite, type UserType } from '../../../shared/contract/user-lists.ts'
import { getRightsOf, listRolesByName } from '../../people/roles/roles.store.ts'
import type { Queryable } from '../../platform/database/tables.ts'
import type { Importer } from './import-order.ts'

type Rated = { id: string; name: string; mayGrant: boolean }

export type GrantableRoles = {
  /** By name, whatever the case. */
  find(name: string): Rated | undefined
  /** Whether a user of that type and role has no right that the importer lacks. */
  isWithinReach(user: { userType: UserType | null; roleId: string | null }): boolean
}

/** The roles, and what of them the importer may give: nobody gives what they lack, nor changes who has more. */
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

import type { Ground, NeedsBeyond } from '../../platform/ground.ts'
import { createAddRole } from './add-role.ts'
import { createChangeRole } from './change-role.ts'
import { createFindAdministrator } from './find-administrator.ts'
import { createListRoles } from './list-roles.ts'
import { createRemoveRole } from './remove-role.ts'

type Shared = NeedsBeyond<typeof createFindAdministrator>

export function createRoleActions(ground: Ground, shared: Shared) {
  return {
    addRole: createAddRole(ground),
    changeRole: createChangeRole(ground),
    findAdministrator: createFindAdministrator({ ...ground, ...shared }),
    listRoles: createListRoles(ground),
    removeRole: createRemoveRole(ground),
  }
}

export type RoleActions = ReturnType<typeof createRoleActions>

import type { Ground, NeedsBeyond } from '../../platform/ground.ts'
import { createAddUser } from './add-user.ts'
import { createApproveAddress } from './approve-address.ts'
import { createChangeUser } from './change-user.ts'
import { createChangeUserImage, createFindUserImage } from './change-user-image.ts'
import { createChangeUsername } from './change-username.ts'
import { createDeactivateUser } from './deactivate-user.ts'
import { createEndAllSessions } from './end-all-sessions.ts'
import { createEndUserSession } from './end-user-session.ts'
import { createEndUserSessions } from './end-user-sessions.ts'
import { createExportUsers } from './export-users.ts'
import { createFindUsername } from './find-username.ts'
import { createListUsers } from './list-users.ts'
import { createLockUser } from './lock-user.ts'
import { createMarkUserCompromised } from './mark-user-compromised.ts'
import { createReactivateUser } from './reactivate-user.ts'
import { createReadNewAddress } from './read-new-address.ts'
import { createReadUser } from './read-user.ts'
import { createSendInvitation } from './send-invitation.ts'
import { createSendPasswordReset } from './send-password-reset.ts'

type Shared = NeedsBeyond<typeof createChangeUsername> &
  NeedsBeyond<typeof createReadUser> &
  NeedsBeyond<typeof createSendInvitation> &
  NeedsBeyond<typeof createSendPasswordReset>

export function createUserActions(ground: Ground, shared: Shared) {
  return {
    addUser: createAddUser(ground),
    approveAddress: createApproveAddress(ground),
    changeUser: createChangeUser(ground),
    changeUserImage: createChangeUserImage(ground),
    changeUsername: createChangeUsername({ ...ground, ...shared }),
    deactivateUser: createDeactivateUser(ground),
    endAllSessions: createEndAllSessions(ground),
    endUserSession: createEndUserSession(ground),
    endUserSessions: createEndUserSessions(ground),
    exportUsers: createExportUsers(ground),
    findUserImage: createFindUserImage(ground),
    findUsername: createFindUsername(ground),
    listUsers: createListUsers(ground),
    lockUser: createLockUser(ground),
    markUserCompromised: createMarkUserCompromised(ground),
    reactivateUser: createReactivateUser(ground),
    readNewAddress: createReadNewAddress(ground),
    readUser: createReadUser({ ...ground, ...shared }),
    sendInvitation: createSendInvitation({ ...ground, ...shared }),
    sendPasswordReset: createSendPasswordReset({ ...ground, ...shared }),
  }
}

export type UserActions = ReturnType<typeof createUserActions>

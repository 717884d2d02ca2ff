import type { Ground, NeedsBeyond } from '../../platform/ground.ts'
import { createChangePassword } from './change-password.ts'
import { createConfirmAddress } from './confirm-address.ts'
import { createConfirmByPasskey } from './confirm-by-passkey.ts'
import { createConfirmPassword } from './confirm-password.ts'
import { createEndSessions, createSignOut } from './end-sessions.ts'
import { createGetOwnNames } from './get-own-names.ts'
import { createPrepareAccountPage } from './prepare-account-page.ts'

type Shared = NeedsBeyond<typeof createChangePassword> &
  NeedsBeyond<typeof createConfirmByPasskey> &
  NeedsBeyond<typeof createConfirmPassword> &
  NeedsBeyond<typeof createPrepareAccountPage>

export function createOwnAccountActions(ground: Ground, shared: Shared) {
  return {
    changePassword: createChangePassword({ ...ground, ...shared }),
    confirmAddress: createConfirmAddress(ground),
    confirmByPasskey: createConfirmByPasskey({ ...ground, ...shared }),
    confirmPassword: createConfirmPassword({ ...ground, ...shared }),
    endSessions: createEndSessions(ground),
    getOwnNames: createGetOwnNames(ground),
    prepareAccountPage: createPrepareAccountPage({ ...ground, ...shared }),
    signOut: createSignOut(ground),
  }
}

export type OwnAccountActions = ReturnType<typeof createOwnAccountActions>

import type { Ground, NeedsBeyond } from '../../platform/ground.ts'
import { createAllowPasswords } from './allow-passwords.ts'
import { createBeginCompanySignIn } from './begin-company-sign-in.ts'
import { createCompleteCompanySignIn } from './complete-company-sign-in.ts'
import { createUnlinkOwnIdentity } from './link-own-identity.ts'
import { createConnectProvider } from './provider-connection.ts'
import { createReadIdentity } from './read-identity.ts'

type Shared = Omit<NeedsBeyond<typeof createCompleteCompanySignIn>, 'readIdentity'>

export function createCompanySignInActions(ground: Ground, shared: Shared) {
  const connectProvider = createConnectProvider(ground)
  const readIdentity = createReadIdentity({ connectProvider })
  return {
    allowPasswords: createAllowPasswords(ground),
    beginCompanySignIn: createBeginCompanySignIn({ ...ground, connectProvider }),
    completeCompanySignIn: createCompleteCompanySignIn({ ...ground, ...shared, readIdentity }),
    connectProvider,
    unlinkOwnIdentity: createUnlinkOwnIdentity(ground),
  }
}

export type CompanySignInActions = ReturnType<typeof createCompanySignInActions>

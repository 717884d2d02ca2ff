import { isStorable } from '../../../shared/contract/text.ts'
import type { Account } from '../../people/accounts/account.ts'
import type { Db } from '../../platform/database/tables.ts'
import { type AppClient, findAppClient, listAppClients } from './clients.store.ts'

/** The reps' app. It always exists, and this server serves it. */
export const ownAppId = 'fieldkey-app'

type Needs = { db: Db; publicUrl: string }

export function createFindClient({ db, publicUrl }: Needs) {
  const ownApp = ownAppOf(publicUrl)
  return async function findClient(id: string): Promise<AppClient | undefined> {
    if (id === ownAppId) return ownApp
    return isStorable(id) ? findAppClient(db, id) : undefined
  }
}

export type FindClient = ReturnType<typeof createFindClient>

/** Lists every app that users can sign in to, ours first. */
export function createListClients({ db, publicUrl }: Needs) {
  return async (): Promise<AppClient[]> => [ownAppOf(publicUrl), ...(await listAppClients(db))]
}

export type ListClients = ReturnType<typeof createListClients>

function ownAppOf(publicUrl: string): AppClient {
  return {
    id: ownAppId,
    name: 'the sales app',
    redirectUris: [`${publicUrl}/app/signed-in`],
    admits: ['device', 'dual'],
    startUrl: '/app',
    kind: 'public',
    jwks: null,
    jwksUri: null,
    logoutUri: null,
  }
}

export function isAdmitted({ admits }: AppClient, account: Account): boolean {
  return admits.includes(account.kind === 'user' ? account.userType : 'contact')
}

import type { Interaction } from 'oidc-provider'
import type { Account } from '../accounts/account.ts'
import { getAccount } from '../accounts/accounts.store.ts'
import type { Db } from '../database/tables.ts'
import type { AppClient } from './clients.store.ts'
import { type FindClient, isAdmitted } from './find-client.ts'
import type { ListTargets, Target } from './list-targets.ts'

type Standing = { client: AppClient }
type StandingOf = Standing & { account: Account; isAdmitted: boolean; targets: Target[] }
type Params = Pick<Interaction, 'params'>

/** Which app a half-done sign-in leads to, and whether it admits the person who is signed in. */
export function createReadInteraction(needs: { db: Db; findClient: FindClient; listTargets: ListTargets }) {
  const { db, findClient, listTargets } = needs

  async function readInteraction(details: Params): Promise<Standing>
  async function readInteraction(details: Params, session: { accountId: string }): Promise<StandingOf>
  async function readInteraction({ params }: Params, session?: { accountId: string }): Promise<Standing | StandingOf> {
    const client = await findClient(String(params.client_id))
    if (!client) throw new Error(`There is no app ${params.client_id}`)
    if (!session) return { client }
    const account = await getAccount(db, session.accountId)
    return { client, account, isAdmitted: isAdmitted(client, account), targets: await listTargets(account) }
  }

  return readInteraction
}

export type ReadInteraction = ReturnType<typeof createReadInteraction>

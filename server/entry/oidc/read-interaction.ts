import type { Interaction } from 'oidc-provider'
import type { Account } from '../../people/accounts/account.ts'
import { getAccount } from '../../people/accounts/accounts.store.ts'
import type { LiveSession } from '../../people/sessions/read-session.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { AppClient } from './clients.store.ts'
import { type FindClient, isAdmitted } from './find-client.ts'
import type { ListTargets, Target } from './list-targets.ts'

type InteractionFacts = { client: AppClient }
type InteractionOfAccount = InteractionFacts & {
  account: Account
  isAdmitted: boolean
  targets: Target[]
  /** The app requires a fresh sign-in: the existing session isn't enough. */
  isSignInAsked: boolean
}
type Params = Pick<Interaction, 'params'>
type SignedIn = Pick<LiveSession, 'accountId' | 'authenticatedAt'>
type Needs = { db: Db; clock: Clock; findClient: FindClient; listTargets: ListTargets }

/** Reads which app an unfinished sign-in leads to, and whether the app admits the signed-in person. */
export function createReadInteraction({ db, clock, findClient, listTargets }: Needs) {
  /**
   * OpenID Connect Core, 3.1.2.1: always for `prompt=login`, and for `max_age` (in seconds) once the last sign-in is
   * older.
   */
  function isSignInAsked({ prompt, max_age: maxAge }: Params['params'], { authenticatedAt }: SignedIn): boolean {
    if (words(prompt).includes('login')) return true
    return maxAge !== undefined && clock.now().getTime() - authenticatedAt.getTime() > Number(maxAge) * 1000
  }

  async function readInteraction(details: Params): Promise<InteractionFacts>
  async function readInteraction(details: Params, session: SignedIn): Promise<InteractionOfAccount>
  async function readInteraction(
    { params }: Params,
    session?: SignedIn,
  ): Promise<InteractionFacts | InteractionOfAccount> {
    const client = await findClient(String(params.client_id))
    if (!client) throw new Error(`There is no app ${params.client_id}`)
    if (!session) return { client }
    const account = await getAccount(db, session.accountId)
    return {
      client,
      account,
      isAdmitted: isAdmitted(client, account),
      targets: await listTargets(account),
      isSignInAsked: isSignInAsked(params, session),
    }
  }

  return readInteraction
}

const words = (text: unknown) => String(text ?? '').split(' ')

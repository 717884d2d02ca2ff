import type { InteractionResults, Provider } from 'oidc-provider'
import type { Account } from '../../people/accounts/account.ts'
import { getAccount, lockAccount } from '../../people/accounts/accounts.store.ts'
import { setSessionOfGrant } from '../../people/sessions/provider-records.store.ts'
import type { ListSessions, LiveSession } from '../../people/sessions/read-session.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { hashToken } from '../../platform/token.ts'
import { acrOf } from './acr.ts'
import type { AppClient } from './clients.store.ts'
import { type FindClient, isAdmitted } from './find-client.ts'
import type { ListTargets, Target } from './list-targets.ts'

export type SignInFinished =
  | { kind: 'finished'; result: InteractionResults }
  | { kind: 'not-admitted'; client: AppClient; account: Account; targets: Target[] }
  /** The session ended during this request. */
  | { kind: 'session-ended' }

type Needs = {
  db: Db
  clock: Clock
  provider: Provider
  findClient: FindClient
  listSessions: ListSessions
  listTargets: ListTargets
}

type Command = { session: LiveSession; clientId: string; scope: string; caller: Caller }

/** Lets a signed-in user into an app that admits their type. Other users learn which app is theirs. */
export function createFinishSignIn(needs: Needs) {
  const { db, clock, provider, findClient, listSessions, listTargets } = needs
  return async function finishSignIn({ session, clientId, scope, caller }: Command): Promise<SignInFinished> {
    const { accountId } = session
    const account = await getAccount(db, accountId)
    const client = await findClient(clientId)
    if (!client) throw new Error(`There is no app ${clientId}`)
    if (!isAdmitted(client, account)) {
      return { kind: 'not-admitted', client, account, targets: await listTargets(account) }
    }
    const grant = new provider.Grant({ accountId, clientId })
    grant.addOIDCScope(scope)
    const grantId = await grant.save()
    const isStillSignedIn = await db.transaction().execute(async tx => {
      // Ending a session locks the account: either the grant is saved in time to end with it, or it is given up here.
      await lockAccount(tx, accountId)
      const isLive = (await listSessions(accountId, tx)).some(({ id }) => id === session.id)
      if (isLive) {
        await setSessionOfGrant(tx, { idHash: hashToken(grantId), sessionId: session.id })
        const details = { app: clientId }
        const who = { actor: 'self', actorAccountId: accountId, accountId, ...caller } as const
        await recordEvent(tx, { at: clock.now(), action: 'app-signed-in', ...who, details })
      }
      return isLive
    })
    if (!isStillSignedIn) {
      await grant.destroy()
      return { kind: 'session-ended' }
    }
    const ts = Math.floor(session.authenticatedAt.getTime() / 1000)
    const { methods: amr } = session
    return { kind: 'finished', result: { login: { accountId, ts, amr, acr: acrOf(amr) }, consent: { grantId } } }
  }
}

export type FinishSignIn = ReturnType<typeof createFinishSignIn>

import * as oauth from 'oauth4webapi'
import { type Cache, eraseCache } from '../device/cache.ts'
import type { DeviceClock } from '../device/device-clock.ts'
import { type DeviceDb, keepValue, readValue } from '../device/device-db.ts'
import type { Asked, Authorisation } from './authorisation.ts'
import type { CallApi } from './call-api.ts'
import type { Person, SessionStore } from './session.ts'

export type SignInResult =
  | { kind: 'signed-in' }
  | { kind: 'not-signed-in'; text: string }
  /** The server has a question for the user, on a page of its own. */
  | { kind: 'question'; address: string }

/** Stores the key of a user's last sign-in. Without a token, it only gives access to sending released items. */
export const keysOf = (accountId: string) => `keys of ${accountId}`

const notSignedIn = (text: string): SignInResult => ({ kind: 'not-signed-in', text })

/** Starts a sign-in at the server's form, and completes it on return. */
export function createSignIn(needs: {
  db: DeviceDb
  cache: Cache
  clock: DeviceClock
  session: SessionStore
  authorisation: Authorisation
  callApi: CallApi
}) {
  const { db, cache, clock, session, authorisation, callApi } = needs
  /** The state for the return is on the disk, because the tab may be closed in between. */
  async function startFlow(signedIn: 'now' | 'just-now' | 'earlier'): Promise<string> {
    const pair = await oauth.generateKeyPair('ES256', { extractable: false })
    const keys = { id: crypto.randomUUID(), pair }
    const flow: Asked = {
      verifier: oauth.generateRandomCodeVerifier(),
      state: oauth.generateRandomState(),
      nonce: oauth.generateRandomNonce(),
      keys,
    }
    await keepValue(db, 'flow', flow)
    const { person, lastUsername } = session.record()
    return authorisation.writeAddress({ ...flow, username: person?.username ?? lastUsername, signedIn })
  }

  async function takeAnswer(address: URL): Promise<SignInResult> {
    const flow = await readValue<Asked>(db, 'flow')
    if (!flow) return notSignedIn('This sign-in started somewhere else. Sign in again.')
    await db.values.delete('flow')
    await authorisation.readServerTime()
    const tokens = await authorisation.takeCode({ ...flow, address })
    return enter({ tokens, keys: flow.keys })
  }

  /** The user entered the password on the server's own sign-in page, as after a reset: no further question is needed. */
  async function continueSignIn(): Promise<SignInResult> {
    const { isAnswered, url } = await authorisation.goOn(await startFlow('just-now'))
    return isAnswered ? takeAnswer(url) : { kind: 'question', address: url.href }
  }

  return {
    /** The URL of the form. */
    start: (): Promise<string> => startFlow(session.record().person === null ? 'now' : 'earlier'),

    /** Completes the sign-in on `/app/signed-in`: with the code in the URL, or after a sign-in that began in the app. */
    async finish(address: URL): Promise<SignInResult> {
      try {
        return await (address.search === '' ? continueSignIn() : takeAnswer(address))
      } catch (fault) {
        if (fault instanceof oauth.AuthorizationResponseError) return notSignedIn("You weren't signed in. Try again.")
        return notSignedIn("The sign-in didn't finish. Check your connection, then sign in again.")
      }
    },

    async signOut(): Promise<void> {
      const { tokens, person, ...last } = session.record()
      const lastUsername = person?.username ?? last.lastUsername
      const lastAccountId = person?.accountId ?? last.lastAccountId
      await session.change({ tokens: null, keys: null, endReason: null, person: null, lastUsername, lastAccountId })
      if (tokens) await authorisation.revoke(tokens)
    },
  }

  /** The user must be known first, because rows belong to accounts. */
  async function enter(fresh: Pick<ReturnType<SessionStore['record']>, 'tokens' | 'keys'>): Promise<SignInResult> {
    const before = await readValue<string>(db, 'cacheOf')
    await session.change({ ...fresh, person: null, endReason: null })
    const me = await callApi<Person>('/me')
    if (me.kind !== 'answer') {
      await session.change({ tokens: null, keys: null })
      return notSignedIn(me.kind === 'refused' ? me.problem.text : "The server isn't answering. Sign in again.")
    }
    // The data of the previous user is not for this one.
    if (before !== undefined && before !== me.body.accountId) await eraseCache(cache)
    await keepValue(db, 'cacheOf', me.body.accountId)
    await keepValue(db, keysOf(me.body.accountId), fresh.keys)
    const { accountId: lastAccountId, username: lastUsername } = me.body
    await session.change({ person: me.body, lastUsername, lastAccountId, lastContactAt: clock.now() })
    return { kind: 'signed-in' }
  }
}

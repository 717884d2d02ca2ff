import * as oauth from 'oauth4webapi'
import type { DeviceClock } from '../device/device-clock.ts'
import type { DeviceKeys, SessionStore, Tokens } from './session.ts'

const CLIENT_ID = 'fieldkey-app'
const PATIENCE_MS = 30_000
const JUST_NOW_SECONDS = 120

export type Fetch = typeof fetch

/** The part of an authorisation request that the device keeps until the answer arrives. */
export type Asked = { verifier: string; state: string; nonce: string; keys: DeviceKeys }

type Needs = {
  origin: string
  session: SessionStore
  clock: DeviceClock
  fetch: Fetch
}

const issuerOf = (origin: string) => `${origin}/oidc`

/** The requests with DPoP: the server, the client, the proofs of each key, and the server's time. */
function createRequests(needs: Needs) {
  const { origin, session, clock } = needs
  const issuer = issuerOf(origin)
  const server: oauth.AuthorizationServer = {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    revocation_endpoint: `${issuer}/token/revocation`,
  }
  const now = () => clock.now() + session.record().clockDifferenceMs
  /** The client for the library. Its proofs use the server's time, not the tablet's. */
  const client = (): oauth.Client => ({
    client_id: CLIENT_ID,
    id_token_signed_response_alg: 'ES256',
    [oauth.clockSkew]: Math.round(session.record().clockDifferenceMs / 1000),
  })
  /**
   * Nonces are stored by key. Two keys may be in use concurrently: one for a new sign-in, and one with which the device
   * sends the released items of another user.
   */
  const proofs = new Map<string, { handle: oauth.DPoPHandle; skew: number }>()
  const proofOf = ({ id, pair }: DeviceKeys): oauth.DPoPHandle => {
    const skew = session.record().clockDifferenceMs
    const known = proofs.get(id)
    const proof = known?.skew === skew ? known : { handle: oauth.DPoP(client(), pair), skew }
    proofs.set(id, proof)
    return proof.handle
  }
  /** Each response contains the server's time. */
  const fetchAndSetClock: Fetch = async (input, init) => {
    const answer = await needs.fetch(input, init)
    const date = Date.parse(answer.headers.get('date') ?? '')
    const difference = date - clock.now()
    if (Number.isNaN(date)) return answer
    // A Date header has full seconds only, and a response takes time to arrive.
    const isSame = Math.abs(difference - session.record().clockDifferenceMs) < 3000
    if (!isSame) await session.change({ clockDifferenceMs: difference })
    return answer
  }
  const options = (keys: DeviceKeys) => ({
    DPoP: proofOf(keys),
    signal: () => AbortSignal.timeout(PATIENCE_MS),
    [oauth.customFetch]: fetchAndSetClock as never,
    // TLS is optional only for a server on this machine.
    [oauth.allowInsecureRequests]: origin.startsWith('http:'),
  })
  /** Retries with the nonce that the server requires. Retries twice, because the response may also have set the clock. */
  const withNonce = async <Answer>(ask: () => Promise<Answer>, times = 2): Promise<Answer> => {
    try {
      return await ask()
    } catch (fault) {
      if (times === 0 || !oauth.isDPoPNonceError(fault)) throw fault
      return withNonce(ask, times - 1)
    }
  }
  const tokensOf = (answer: oauth.TokenEndpointResponse, refreshToken: string | undefined): Tokens => {
    const kept = answer.refresh_token ?? refreshToken
    if (kept === undefined) throw new Error('The server gave no refresh token')
    return {
      accessToken: answer.access_token,
      refreshToken: kept,
      expiresAt: now() + (answer.expires_in ?? 600) * 1000,
    }
  }
  return { server, now, client, fetchAndSetClock, options, withNonce, tokensOf }
}

/** Calls the token endpoint and the API with DPoP: a token stolen from the network or a log is useless alone. */
export function createAuthorisation(needs: Needs) {
  const { origin } = needs
  const { server, now, client, fetchAndSetClock, options, withNonce, tokensOf } = createRequests(needs)

  return {
    now,
    /** Asks for the server's time before the first proof is created. */
    readServerTime: () =>
      fetchAndSetClock(`${issuerOf(origin)}/.well-known/openid-configuration`, { cache: 'no-store' }),

    writeAddress: (flow: AuthorisationFlow) => writeAddress(origin, flow),

    goOn: (address: string) => goOn(needs.fetch, address),

    /** Throws if the response doesn't belong to this device's request. */
    async takeCode(flow: Asked & { address: URL }): Promise<Tokens> {
      const answered = oauth.validateAuthResponse(server, client(), flow.address, flow.state)
      return withNonce(async () => {
        const answer = await oauth.authorizationCodeGrantRequest(
          server,
          client(),
          oauth.None(),
          answered,
          `${origin}/app/signed-in`,
          flow.verifier,
          options(flow.keys),
        )
        const expected = { expectedNonce: flow.nonce, requireIdToken: true }
        return tokensOf(await oauth.processAuthorizationCodeResponse(server, client(), answer, expected), undefined)
      })
    },

    refresh: ({ refreshToken }: Tokens, keys: DeviceKeys): Promise<Tokens> =>
      withNonce(async () => {
        const asked = oauth.refreshTokenGrantRequest(server, client(), oauth.None(), refreshToken, options(keys))
        return tokensOf(await oauth.processRefreshTokenResponse(server, client(), await asked), refreshToken)
      }),

    /** Revokes the tokens on the server too, if it can be reached. */
    revoke: ({ refreshToken }: Tokens) =>
      oauth
        .revocationRequest(server, client(), oauth.None(), refreshToken, {
          signal: () => AbortSignal.timeout(PATIENCE_MS),
          [oauth.customFetch]: fetchAndSetClock as never,
          [oauth.allowInsecureRequests]: origin.startsWith('http:'),
        })
        .catch(() => undefined),

    /** Any response of the API, except a demand for a nonce. */
    async ask(path: string, { accessToken, keys, order }: { accessToken: string; keys: DeviceKeys; order?: object }) {
      const headers = new Headers({ accept: 'application/json' })
      if (order) headers.set('content-type', 'application/json')
      const body = order ? JSON.stringify(order) : null
      const address = new URL(`/api/app${path}`, origin)
      const method = order ? 'POST' : 'GET'
      try {
        return await withNonce(() =>
          oauth.protectedResourceRequest(accessToken, method, address, headers, body, options(keys)),
        )
      } catch (fault) {
        if (fault instanceof oauth.WWWAuthenticateChallengeError) return fault.response
        throw fault
      }
    },
  }
}

export type Authorisation = ReturnType<typeof createAuthorisation>

type AuthorisationFlow = {
  verifier: string
  state: string
  nonce: string
  username: string | null
  /** When the user must have entered the password: for this request, within seconds, or at any time. */
  signedIn: 'now' | 'just-now' | 'earlier'
}

async function writeAddress(origin: string, flow: AuthorisationFlow): Promise<string> {
  const address = new URL(`${issuerOf(origin)}/auth`)
  const question = {
    client_id: CLIENT_ID,
    redirect_uri: `${origin}/app/signed-in`,
    response_type: 'code',
    scope: 'openid offline_access',
    // After a sign-out, the next user may be a different one, who must enter a password.
    prompt: flow.signedIn === 'now' ? 'login consent' : 'consent',
    ...(flow.signedIn === 'just-now' && { max_age: String(JUST_NOW_SECONDS) }),
    code_challenge: await oauth.calculatePKCECodeChallenge(flow.verifier),
    code_challenge_method: 'S256',
    state: flow.state,
    nonce: flow.nonce,
    ...(flow.username !== null && { login_hint: flow.username }),
  }
  for (const [name, value] of Object.entries(question)) address.searchParams.set(name, value)
  return address.href
}

/**
 * Completes an authorisation without leaving the app, for a user who entered the password on the sign-in page a moment ago.
 * Answers the URL with the code, or the page with the server's question, such as the one for another type of user.
 */
async function goOn(fetch: Fetch, address: string): Promise<{ isAnswered: boolean; url: URL }> {
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const { url } = await fetch(address, { signal })
  const answered = await fetch(url, { method: 'POST', body: new URLSearchParams({ go: 'on' }), signal })
  const back = new URL(answered.url)
  const isAnswered = back.pathname === '/app/signed-in'
  return { isAnswered, url: isAnswered ? back : new URL(url) }
}

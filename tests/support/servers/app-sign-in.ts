import * as client from 'openid-client'
import type { TestApp } from './app.ts'
import type { Answer, Visitor } from './visitor.ts'

const ownApp = 'fieldkey-app'
/** The client's own limit of 30 s is too short for a machine with other work. */
const patienceSeconds = 300

export type AppDevice = {
  config: client.Configuration
  redirectUri: string
  verifier: string
  state: string
  keys: client.CryptoKeyPair
  DPoP: client.DPoPHandle
}

/** A device with an app, through a third-party OpenID Connect client. */
export async function createAppDevice(
  app: TestApp,
  { clientId = ownApp, redirectUri = `${app.url}/app/signed-in` } = {},
) {
  const options: client.DiscoveryRequestOptions = {
    execute: [client.allowInsecureRequests],
    timeout: patienceSeconds,
  }
  const config = await client.discovery(new URL(`${app.url}/oidc`), clientId, undefined, client.None(), options)
  const keys = await client.randomDPoPKeyPair('ES256')
  const device: AppDevice = {
    config,
    redirectUri,
    verifier: client.randomPKCECodeVerifier(),
    state: client.randomState(),
    keys,
    DPoP: client.getDPoPHandle(config, keys),
  }
  return device
}

export async function questionOf({ redirectUri, verifier, state }: AppDevice): Promise<Record<string, string>> {
  return {
    redirect_uri: redirectUri,
    scope: 'openid offline_access',
    prompt: 'consent',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
  }
}

export async function buildQuestion(device: AppDevice, more: Record<string, string> = {}): Promise<string> {
  return client.buildAuthorizationUrl(device.config, { ...(await questionOf(device)), ...more }).href
}

/** The page that the app's authorisation request leads to. */
export async function ask(visitor: Visitor, device: AppDevice, more: Record<string, string> = {}): Promise<Answer> {
  const address = new URL(await buildQuestion(device, more))
  const sent = await visitor.get(address.pathname + address.search)
  return sent.location === undefined ? sent : visitor.get(sent.location)
}

/** Returns to the app with the redirect of the last form. */
export async function takeTokens(device: AppDevice, { location = '' }: Pick<Answer, 'location'>) {
  return client.authorizationCodeGrant(
    device.config,
    new URL(location),
    { pkceCodeVerifier: device.verifier, expectedState: device.state },
    undefined,
    { DPoP: device.DPoP },
  )
}

export async function signInToApp(
  app: TestApp,
  username: string,
  visitor: Visitor = app.visitor(),
  password = app.passwordOf(username),
) {
  const device = await createAppDevice(app)
  await ask(visitor, device)
  const answer = await visitor.press('Sign in', { username, password })
  return { device, tokens: await takeTokens(device, answer) }
}

export function refresh({ config, DPoP }: AppDevice, refreshToken = '') {
  return client.refreshTokenGrant(config, refreshToken, undefined, { DPoP })
}

/** Calls the API as the app on this device. A refusal is an answer too. */
export function callApi(
  { url }: Pick<TestApp, 'url'>,
  { config, DPoP }: AppDevice,
  token: string,
  path: string,
  body?: object | string,
) {
  const headers = new Headers({
    'content-type': 'application/json',
    accept: 'application/json',
    'sec-fetch-site': 'same-origin',
  })
  const text = typeof body === 'object' ? JSON.stringify(body) : (body ?? null)
  const method = text === null ? 'GET' : 'POST'
  return client
    .fetchProtectedResource(config, token, new URL(`${url}/api/app${path}`), method, text, headers, { DPoP })
    .catch((fault: { response?: Response; cause?: unknown }) => {
      if (fault.response) return fault.response
      throw fault
    })
}

import * as client from 'openid-client'
import type { TestApp } from './app.ts'

export type WebApp = { id: string; redirectUri: string; secret: string }
type SignIn = { proof: client.ClientAuth; username: string; scope?: string; pkce?: boolean }

/** Signs a user in to a web app with a server of its own, through a third-party OpenID Connect client. */
export async function signInToWebApp(
  app: TestApp,
  web: WebApp,
  { proof, username, scope = 'openid', pkce = true }: SignIn,
) {
  const options: client.DiscoveryRequestOptions = { execute: [client.allowInsecureRequests] }
  const config = await client.discovery(new URL(`${app.url}/oidc`), web.id, undefined, proof, options)
  const verifier = client.randomPKCECodeVerifier()
  const state = client.randomState()
  const question = client.buildAuthorizationUrl(config, {
    redirect_uri: web.redirectUri,
    scope,
    state,
    ...(scope.includes('offline_access') && { prompt: 'consent' }),
    ...(pkce && { code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' }),
  })
  const visitor = app.visitor()
  const sent = await visitor.get(question.pathname + question.search)
  if (sent.location?.includes('error=')) throw new Error(sent.location)
  await visitor.get(sent.location ?? '')
  const { location = '' } = await visitor.press('Sign in', { username, password: app.passwordOf(username) })
  const checks = { expectedState: state, ...(pkce && { pkceCodeVerifier: verifier }) }
  const tokens = await client.authorizationCodeGrant(config, new URL(location), checks)
  return { config, tokens, visitor }
}

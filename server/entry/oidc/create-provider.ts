import { type Configuration, type Interaction, Provider } from 'oidc-provider'
import { findRecord } from '../../people/sessions/provider-records.store.ts'
import { sidOf } from '../../people/sessions/sid.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { RequestOutside } from '../../platform/outgoing/request-outside.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { hashToken } from '../../platform/token.ts'
import { acrValues } from './acr.ts'
import type { CheckClientSecret } from './client-secret.ts'
import { createAdapter } from './create-adapter.ts'
import { createFetchKeys } from './fetch-keys.ts'
import type { FindClient } from './find-client.ts'
import { findPerson } from './find-person.ts'
import { type Log, logRefusals } from './log-refusals.ts'
import { appScopes, claimsOfScopes } from './scopes.ts'
import { createSigningKeys } from './signing-keys.ts'

export type ProviderNeeds = {
  db: Db
  relaxedDb: Db
  clock: Clock
  secrets: Secrets
  log: Log
  publicUrl: string
  findClient: FindClient
  checkClientSecret: CheckClientSecret
  requestOutside: RequestOutside
  renderProblem: (problem: { status: number; title: string; text: string }) => Promise<string>
}

const { apps } = limits

/** Creates the certified provider, restricted to what we use: authorization code with PKCE and sender-bound tokens. */
export function createProvider(needs: ProviderNeeds): Provider {
  const issuer = `${needs.publicUrl}/oidc`
  const provider = new Provider(issuer, configurationOf(needs, issuer))
  // The scheme comes from PUBLIC_URL (provider.routes.ts), never from a header that a client can forge.
  provider.proxy = true
  keepCookiesSecure(provider)
  compareSecrets(provider, needs)
  nameSessionsByGrant(provider)
  tellWhyEnded(provider, needs)
  describeModes(provider)
  logRefusals(provider, needs.log)
  return provider
}

function configurationOf(needs: ProviderNeeds, issuer: string): Configuration {
  const { secrets, renderProblem, requestOutside } = needs
  const cookie = { httpOnly: true, secure: true, sameSite: 'lax', signed: true } as const
  return {
    adapter: createAdapter({ ...needs, issuer }),
    jwks: { keys: createSigningKeys(secrets) as never },
    responseTypes: ['code'],
    clientAuthMethods: ['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    clientDefaults: { token_endpoint_auth_method: 'none', id_token_signed_response_alg: 'ES256' },
    enabledJWA: {
      idTokenSigningAlgValues: ['ES256'],
      dPoPSigningAlgValues: ['ES256'],
      clientAuthSigningAlgValues: ['ES256', 'PS256', 'RS256', 'EdDSA'],
    },
    fetch: createFetchKeys(requestOutside),
    acrValues: [...acrValues],
    scopes: [...appScopes],
    claims: claimsOfScopes as never,
    // Most web apps read the ID token alone.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    // A public app keeps its token, which is bound to the device: a lost answer must not sign a rep out.
    rotateRefreshToken: ctx => ctx.oidc.client?.clientAuthMethod !== 'none',
    expiresWithSession: () => false,
    // Our own app sends requests from a browser; other apps use their server or native code.
    clientBasedCORS: (_ctx, origin) => origin === needs.publicUrl,
    findAccount: (_ctx, sub, token) => findPerson(needs, sub, token?.clientId),
    interactions: { url: (_ctx, interaction) => interactionAddress(interaction) },
    cookies: {
      names: {
        session: '__Host-fieldkey_provider',
        interaction: '__Secure-fieldkey_interaction',
        resume: '__Secure-fieldkey_resume',
      },
      keys: secrets.keyIds.map(id => secrets.getHmacWith(id, 'oidc cookies').toString('base64')),
      long: cookie,
      short: cookie,
    },
    features: {
      backchannelLogout: { enabled: true },
      devInteractions: { enabled: false },
      dPoP: { enabled: true, nonceSecret: nonceSecretOf(secrets), requireNonce: () => true },
      pushedAuthorizationRequests: { enabled: true },
      resourceIndicators: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: async (_ctx, client, token) => token.clientId === client.clientId,
      },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: true },
    },
    ttl: {
      AccessToken: apps.accessTokenSeconds,
      AuthorizationCode: apps.codeSeconds,
      Grant: apps.signInSeconds,
      IdToken: apps.accessTokenSeconds,
      Interaction: apps.interactionSeconds,
      PushedAuthorizationRequest: apps.codeSeconds,
      RefreshToken: apps.signInSeconds,
      Session: apps.interactionSeconds,
    },
    renderError: async (ctx, out) => {
      ctx.type = 'html'
      ctx.body = await renderProblem({ status: ctx.status, ...wordsFor(out.error) })
    },
  }
}

/** The address of an unfinished sign-in. It names the app, so that an expired one can still link back to it. */
export function interactionAddress({ uid, params }: Pick<Interaction, 'uid' | 'params'>): string {
  return `/oidc/interaction/${uid}?app=${encodeURIComponent(String(params.client_id))}`
}

/** One secret for the token endpoint and our own API, so that an app needs only one nonce. */
export function nonceSecretOf(secrets: Secrets): Buffer {
  return secrets.hmac('oidc dpop nonce').mac
}

function wordsFor(error: string) {
  if (error === 'server_error') {
    return { title: 'Something went wrong here', text: "It isn't your fault. Go back to the app and start again." }
  }
  return {
    title: "This sign-in can't continue",
    text: "It took too long, was finished elsewhere, or the app requested something that isn't allowed here. Go back to the app and start again.",
  }
}

/** Secrets are kept as keyed hashes, and two of them work during a rotation. */
function compareSecrets(provider: Provider, { checkClientSecret }: ProviderNeeds): void {
  const compare = function (this: { clientId: string }, secret: string) {
    return checkClientSecret(this.clientId, secret)
  }
  Object.assign(provider.Client.prototype, { compareClientSecret: compare })
}

/** The provider keeps no session, so the `sid` of a sign-in follows from its grant. */
function nameSessionsByGrant(provider: Provider): void {
  const sidFor = function (this: { grantIdFor(clientId: string): string | undefined }, clientId: string) {
    const grantId = this.grantIdFor(clientId)
    return grantId === undefined ? undefined : sidOf(hashToken(grantId))
  }
  Object.assign(provider.Session.prototype, { sidFor })
}

/** Browsers accept Secure cookies from localhost without TLS; the library would not send them. */
function keepCookiesSecure(provider: Provider): void {
  const createContext = provider.createContext.bind(provider)
  provider.createContext = (request, response) => {
    const context = createContext(request, response)
    context.cookies.secure = true
    return context
  }
}

/** The library always lists every response mode; clients may use only `query` (create-adapter.ts). */
function describeModes(provider: Provider): void {
  provider.use(async (ctx, next) => {
    await next()
    if (ctx.oidc?.route === 'discovery') Object.assign(ctx.body as object, { response_modes_supported: ['query'] })
  })
}

/** Tells an app why its sign-in has ended, so that it can tell the user. */
function tellWhyEnded(provider: Provider, { db, clock }: ProviderNeeds): void {
  provider.use(async (ctx, next) => {
    await next()
    const body = ctx.body as { error?: string; error_description?: string } | undefined
    const token = ctx.oidc?.params?.refresh_token
    if (body?.error !== 'invalid_grant' || typeof token !== 'string') return
    const found = await findRecord(db, { kind: 'RefreshToken', idHash: hashToken(token), now: clock.now() })
    ctx.body = { ...body, error_description: `ended: ${found?.endedBecause ?? 'expired'}` }
  })
}

import type { ClientMetadata } from 'oidc-provider'
import type { AppClient } from './clients.store.ts'
import { ownAppId } from './find-client.ts'
import { appScopes } from './scopes.ts'

const methods = { public: 'none', secret: 'client_secret_basic', key: 'private_key_jwt' } as const

/**
 * The standard's description of an app. All of them use PKCE. A public one binds its tokens to a key of the device by
 * DPoP, because it has nothing else to prove itself with.
 */
export function metadataOf({ id, name, redirectUris, kind, jwks, jwksUri, logoutUri }: AppClient): ClientMetadata {
  return {
    client_id: id,
    client_name: name,
    redirect_uris: redirectUris,
    // Our app asks our API about the user; other apps ask the provider.
    scope: id === ownAppId ? 'openid offline_access' : appScopes.join(' '),
    response_types: ['code'],
    // The code returns in the query only, never in a fragment or a form post to another site.
    response_modes: ['query'],
    grant_types: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_method: methods[kind],
    // The library needs a text here. It is never compared: see compareSecrets in create-provider.ts.
    ...(kind === 'secret' && { client_secret: 'kept as a hash' }),
    ...(jwks && { jwks: jwks as never }),
    ...(jwksUri !== null && { jwks_uri: jwksUri }),
    ...(logoutUri !== null && { backchannel_logout_uri: logoutUri, backchannel_logout_session_required: true }),
    id_token_signed_response_alg: 'ES256',
    dpop_bound_access_tokens: kind === 'public',
  }
}

import type { KoaContextWithOIDC, Provider } from 'oidc-provider'

export type Log = { info(facts: object, message: string): void }

type Refusal = { error: string; error_description?: string; error_detail?: string }

/** Normal steps of every sign-in, and answers that an app asked for. */
const expected = new Set(['use_dpop_nonce', 'login_required', 'consent_required', 'interaction_required'])

/** The first match names the setting. A standard client leaves DPoP or PKCE turned off. */
const settings: readonly [RegExp, string][] = [
  [/DPoP proof JWT not provided/, 'The app sent no DPoP proof. Turn on DPoP (RFC 9449) with ES256 in the app.'],
  [
    /invalid secret/,
    'The secret of the app is wrong or has ended. Make a new one: see Apps, or "fieldkey client rotate".',
  ],
  [
    /client_assertion|alg mismatch|assertion was used/,
    "The app's assertion was refused. It needs a key of the app, a new jti, and the issuer as aud.",
  ],
  [/Key Set failed/, 'The keys of the app could not be read from their address (jwks_uri).'],
  [/DPoP/, "The app's DPoP proof was refused. It needs ES256, a new jti, and the method and address of the request."],
  [/code_verifier does not match/, 'The code_verifier is not that of the code_challenge. Send both from one sign-in.'],
  [/PKCE|code_verifier|code_challenge/, 'The app used no PKCE. Turn on PKCE with the method S256 in the app.'],
  [/redirect_uri/, 'The redirect_uri must equal a redirect address of the app: see Apps, or "fieldkey client list".'],
  [
    /invalid_client|client authentication/,
    'The client_id is unknown, or the app proved itself in another way than its kind says: see Apps. A public app sends no secret (token_endpoint_auth_method none).',
  ],
  [/scope/, 'The app asked for a scope that does not exist. The discovery document lists them under scopes_supported.'],
  [/response_type|response_mode/, 'Set the response_type to code and the response_mode to query in the app.'],
  [/grant_type/, 'Set the grant type to authorization_code, with refresh_token, in the app.'],
]

/**
 * Logs why an app was refused, so that its operator can find the wrong setting: the app itself learns only a standard
 * error code such as `invalid_grant`. Codes, tokens, proofs and verifiers are never logged.
 */
export function logRefusals(provider: Provider, log: Log): void {
  const report = (context: KoaContextWithOIDC, fault: unknown) => {
    const { error, error_description: description, error_detail: detail } = fault as Refusal
    if (expected.has(error)) return
    const reason = (detail ?? description ?? error).slice(0, 200)
    const facts = `${error} ${description ?? ''} ${detail ?? ''}`
    const setting = settings.find(([pattern]) => pattern.test(facts))?.[1]
    log.info({ app: appOf(context), error, reason, ...(setting && { setting }) }, 'An app was refused')
  }
  provider.on('authorization.error', report)
  provider.on('pushed_authorization_request.error', report)
  provider.on('grant.error', report)
  provider.on('userinfo.error', report)
  provider.on('revocation.error', report)
}

function appOf({ oidc }: KoaContextWithOIDC): string {
  return (oidc?.client?.clientId ?? String(oidc?.params?.client_id ?? 'unknown')).slice(0, 64)
}

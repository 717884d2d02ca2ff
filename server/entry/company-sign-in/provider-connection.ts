import * as client from 'openid-client'
import type { CompanyProvider } from '../../people/company-providers/providers.store.ts'
import type { Clock } from '../../platform/clock.ts'
import { hostOf } from '../../platform/outgoing/host-of.ts'
import { createRequestOutside } from '../../platform/outgoing/request-outside.ts'
import type { Config } from '../../platform/settings/config.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { openClientSecret } from './client-secret.ts'

/** The description of a provider changes rarely. Its keys are fetched for each sign-in, so they may rotate at any time. */
const describedForMs = 60 * 60_000
const longestAnswer = 60_000

export class ProviderDown extends Error {}

type Needs = { config: Config; clock: Clock; secrets: Secrets }

/** Connects to an OpenID provider of the organisation, with the guard against addresses inside the network. */
export function createConnectProvider({ config, clock, secrets }: Needs) {
  const allowedHosts = config.companySignInAllowedHosts
  const requestOutside = createRequestOutside({
    allowedHosts,
    setting: 'COMPANY_SIGN_IN_ALLOWED_HOSTS',
    longestAnswer,
  })
  const described = new Map<string, { metadata: client.ServerMetadata; until: number }>()

  const customFetch: client.CustomFetch = async (url, { method, headers, body }) => {
    const isPost = method === 'POST'
    const sent = { method: isPost ? 'POST' : 'GET', headers, ...(body && { body: String(body) }) } as const
    const { status, answer, failure } = await requestOutside(url, sent)
    if (status === null || failure !== '' || status >= 500) throw new ProviderDown(failure || `It answered ${status}.`)
    return new Response(answer, { status, headers: { 'content-type': 'application/json' } })
  }

  const mayBePlain = (issuer: string) => allowedHosts.includes(hostOf(new URL(issuer)))

  async function readMetadata(issuer: string, clientId: string): Promise<client.ServerMetadata> {
    const now = clock.now().getTime()
    const known = described.get(issuer)
    if (known && known.until > now) return known.metadata
    const options = {
      [client.customFetch]: customFetch,
      ...(mayBePlain(issuer) && { execute: [client.allowInsecureRequests] }),
    }
    const metadata = (
      await client.discovery(new URL(issuer), clientId, undefined, client.None(), options)
    ).serverMetadata()
    described.set(issuer, { metadata, until: now + describedForMs })
    return metadata
  }

  /** Throws if the provider doesn't answer, or describes another issuer. */
  return async function connectProvider(provider: Pick<CompanyProvider, 'id' | 'issuer' | 'clientId' | 'sealed'>) {
    const { issuer, clientId } = provider
    const metadata = await readMetadata(issuer, clientId)
    const secret = openClientSecret(secrets, provider)
    if (secret === undefined) throw new Error('The key of the client secret is missing')
    const connection = new client.Configuration(metadata, clientId, undefined, authenticationOf(metadata, secret))
    connection[client.customFetch] = customFetch
    if (mayBePlain(issuer)) client.allowInsecureRequests(connection)
    // Signatures are verified although the token comes over TLS: a proxy that ends TLS must not sign people in.
    client.enableNonRepudiationChecks(connection)
    return connection
  }
}

export type ConnectProvider = ReturnType<typeof createConnectProvider>

function authenticationOf(
  { token_endpoint_auth_methods_supported: methods }: client.ServerMetadata,
  secret: string,
): client.ClientAuth {
  const isBasic = methods === undefined || methods.includes('client_secret_basic')
  return isBasic ? client.ClientSecretBasic(secret) : client.ClientSecretPost(secret)
}

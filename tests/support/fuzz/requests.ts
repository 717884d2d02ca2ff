import type { InjectOptions } from 'fastify'
import type { FuzzRoute, JsonSchema } from './routes.ts'
import { type Chance, type KnownValues, oddTexts, oddValueOf } from './values.ts'

/** The parameters of the OpenID Connect provider, which has no schema of ours. */
const oidcParameters = [
  'client_id redirect_uri response_type response_mode scope state nonce prompt max_age login_hint ui_locales claims',
  'code_challenge code_challenge_method code code_verifier grant_type refresh_token token token_type_hint request_uri',
  'request id_token_hint acr_values display dpop_jkt client_secret registration',
].flatMap(names => names.split(' '))
const oidcValues = [
  'fieldkey-app',
  'code',
  'query',
  'openid offline_access',
  'login consent',
  'S256',
  'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  'authorization_code',
  'refresh_token',
  '{"userinfo":{"a":null}}',
  'urn:ietf:params:oauth:request_uri:x',
]

const oddHeaders = [
  'accept',
  'accept-encoding',
  'accept-language',
  'authorization',
  'cookie',
  'dpop',
  'forwarded',
  'host',
  'if-none-match',
  'origin',
  'range',
  'referer',
  'user-agent',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
]
const headerValues = [
  '',
  'x',
  'é',
  '*/*;q=nonsense',
  'Bearer ..',
  'DPoP a.b.c',
  'Basic %%%',
  'for="[::1]:x";proto=;host=,,',
  '__Host-fieldkey_session=%00; __Host-fieldkey_flash=mail-sent.AAA; __Host-fieldkey_device=%F0%9F%98%80',
  '__Host-fieldkey_flash=constructor.x; a; =; b=%',
  '"',
  'bytes=0-,5-1,x',
  'a'.repeat(3000),
]

type Caller = { cookie: string; address: string }

/** A request to a route, as a device, browser, file or proxy could send it. */
export function requestTo(
  route: FuzzRoute,
  { cookie, address }: Caller,
  chance: Chance,
  known: KnownValues,
): InjectOptions {
  const isOidc = route.url.startsWith('/oidc/') && !route.schemas.body
  const query = isOidc ? oidcOf(chance) : flat(partOf(route.schemas.querystring, chance, known))
  const isApi = route.url.startsWith('/api') || route.config.right !== undefined
  const headers: Record<string, string> = {
    'x-forwarded-for': chance.isTrue(0.03) ? chance.pick(headerValues) : address,
    'sec-fetch-site': 'same-origin',
    accept: isApi ? 'application/json' : 'text/html',
    cookie,
  }
  if (chance.isTrue(0.1)) headers[chance.pick(oddHeaders)] = chance.pick(headerValues)
  const url = `${pathOf(route, chance, known)}${query.length > 0 ? `?${encode(query)}` : ''}`
  if (route.method === 'GET') return { method: 'GET', url, headers }
  const { type, payload } = bodyOf(route, { isOidc, isApi }, chance, known)
  return { method: route.method, url, payload, headers: { ...headers, 'content-type': type } }
}

const partOf = (schema: JsonSchema | undefined, chance: Chance, known: KnownValues): unknown =>
  schema ? oddValueOf(chance, known, schema) : {}

function bodyOf(
  route: FuzzRoute,
  { isOidc, isApi }: { isOidc: boolean; isApi: boolean },
  chance: Chance,
  known: KnownValues,
) {
  if (route.takesFile) return { type: 'text/csv', payload: fileOf(chance, known) }
  if (isOidc) return { type: 'application/x-www-form-urlencoded', payload: encode(oidcOf(chance)) }
  const body = partOf(route.schemas.body, chance, known)
  if (isApi || chance.isTrue(0.2)) return { type: 'application/json', payload: jsonOf(body, chance) }
  return { type: 'application/x-www-form-urlencoded', payload: encode(flat(body)) }
}

/** Sometimes no JSON at all, or deeper nesting than our parsers accept. */
function jsonOf(body: unknown, chance: Chance): string {
  if (chance.isTrue(0.02))
    return chance.pick(['', '{', '"\\ud800"', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, '1e999'])
  return JSON.stringify(body)
}

function fileOf(chance: Chance, { usernames }: KnownValues): Buffer {
  const cell = () => (chance.isTrue(0.3) ? chance.pick(oddTexts) : chance.pick(usernames))
  const lines = Array.from({ length: 1 + chance.below(5) }, () =>
    [cell(), cell(), cell()].join(chance.pick(',;\t'.split(''))),
  )
  const text = `Username,First name,Surname\n${lines.join('\n')}`
  return Buffer.from(text, chance.pick(['utf8', 'utf8', 'latin1', 'utf16le'] as const))
}

function pathOf({ url, schemas }: FuzzRoute, chance: Chance, known: KnownValues): string {
  const params = schemas.params ? (oddValueOf(chance, known, schemas.params) as Record<string, unknown> | null) : null
  return url.replace(
    /:(\w+)|\*/g,
    (_, name: string) => encodeURIComponent(toText(params?.[name] ?? chance.pick(oddTexts))) || 'x',
  )
}

const oidcOf = (chance: Chance): [string, string][] =>
  oidcParameters
    .filter(() => chance.isTrue(0.4))
    .map(name => [name, chance.isTrue(0.25) ? chance.pick(oddTexts) : chance.pick(oidcValues)])

const flat = (value: unknown): [string, string][] =>
  typeof value === 'object' && value !== null ? Object.entries(value).map(([key, one]) => [key, toText(one)]) : []

const toText = (value: unknown): string =>
  (typeof value === 'object' ? JSON.stringify(value) : String(value)).toWellFormed().slice(0, 25_000)

const encode = (pairs: readonly [string, string][]) =>
  new URLSearchParams(pairs.map(([key, value]) => [key.toWellFormed(), value.toWellFormed()])).toString()

import { z } from 'zod'
import { makeProof } from '../../platform/http/as-seen-proof.ts'
import type { Config } from '../../platform/settings/config.ts'
import type { Finding } from './finding.ts'

const answer = z.object({
  peer: z.string(),
  isTrustedPeer: z.boolean(),
  network: z.string(),
  scheme: z.enum(['https', 'http', 'unknown']),
  headers: z.record(z.string(), z.string()),
})

type SeenRequest = z.infer<typeof answer>
type Needs = { config: Pick<Config, 'publicUrl' | 'secrets'>; now: Date }

/** Requests PUBLIC_URL as a browser does, through DNS, TLS and every proxy, and reports how the server sees it. */
export async function examineRequest({ config, now }: Needs): Promise<Finding[]> {
  const { publicUrl, secrets } = config
  const asked = await ask(publicUrl, makeProof(secrets, now))
  if ('trouble' in asked) return [{ verdict: 'fail', text: `request: ${asked.trouble}` }]
  const { seen } = asked
  const trouble = publicUrl.startsWith('https:') ? findTrouble(seen) : undefined
  const verdict = trouble === undefined ? 'ok' : 'fail'
  return [{ verdict, text: `request: ${describeSeen(seen)}${trouble === undefined ? '' : `. ${trouble}`}` }]
}

function describeSeen({ peer, isTrustedPeer, network, scheme, headers }: SeenRequest): string {
  const sent = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const trust = isTrustedPeer ? 'a trusted proxy' : 'not in TRUSTED_PROXIES'
  return `it came from ${peer} (${trust}) with ${sent.join(', ')}; the limits count it for ${network}, and its scheme is ${scheme}`
}

/** With an https address every request passes a proxy. */
function findTrouble({ peer, isTrustedPeer, network, scheme, headers }: SeenRequest): string | undefined {
  if (!isTrustedPeer) return `If ${peer} is your proxy, set TRUSTED_PROXIES to its address`
  if (network === peer && !namesClient(headers, network))
    return "Have the proxy send X-Forwarded-For with the client's address"
  return scheme === 'http' ? 'Have the proxy that ends TLS send X-Forwarded-Proto: https' : undefined
}

/** A request from the proxy's own machine has the proxy's address: its header names that address, and nothing is wrong. */
function namesClient(headers: SeenRequest['headers'], address: string): boolean {
  const names = ['x-forwarded-for', 'x-real-ip', 'forwarded']
  return names.some(name => headers[name]?.split(/[,;="\s]+/).includes(address))
}

async function ask(publicUrl: string, proof: string): Promise<{ trouble: string } | { seen: SeenRequest }> {
  try {
    const response = await fetch(`${publicUrl}/as-seen`, {
      headers: { authorization: proof, accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    })
    const read = response.ok ? answer.safeParse(await response.json()) : undefined
    if (read?.success) return { seen: read.data }
    return { trouble: `${publicUrl} answers ${response.status}: ${explainStatus(response.status)}` }
  } catch (fault) {
    return { trouble: `${publicUrl} can't be opened from here: ${tellWhy(fault)}` }
  }
}

/** What a proxy answers of its own when it reaches no server (RFC 9110 15.6). */
const unreached = [502, 503, 504]

function explainStatus(status: number): string {
  if (!unreached.includes(status)) return 'a proxy refuses the request, or a server with other keys answers there'
  return 'the proxy reaches no Fieldkey. Check that fieldkey serve is running and ready, and that the proxy passes requests to its HOST and PORT'
}

const caAdvice = 'If the certificate is from a private authority, name its file in NODE_EXTRA_CA_CERTS'

/** The codes of OpenSSL for a chain that ends in no known authority. Node's own message names flags of Node. */
const untrusted: unknown[] = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]

function tellWhy(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault)
  const { cause = fault } = fault
  if (cause instanceof AggregateError) return cause.errors.map(tellWhy).join(', ')
  if (!(cause instanceof Error)) return fault.message
  return 'code' in cause && untrusted.includes(cause.code)
    ? `${cause.message.replace(/;.*/, '')}. ${caAdvice}`
    : cause.message
}

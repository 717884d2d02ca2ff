import { lookup } from 'node:dns'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { hostOf } from './host-of.ts'
import { isPublicAddress } from './is-public-address.ts'

/** `failure` says in words why there is no answer, or why it isn't read to its end. */
export type OutsideAnswer = { status: number | null; answer: string; failure: string }
type Request = { method?: 'GET' | 'POST'; headers: Record<string, string>; body?: string }
export type RequestOutside = (url: string, sending: Request) => Promise<OutsideAnswer>

export type OutsideNeeds = {
  allowedHosts: readonly string[]
  /** The setting that lists them, for the words about a refused address. */
  setting?: string
  /** How names are resolved. */
  resolve?: LookupFunction
  /** Aborts when a receiver has had its time. */
  startTimeout?: () => AbortSignal
  /** How much of an answer is kept. */
  longestAnswer?: number
}

/** More of an answer is not read. */
const mostAnswerBytes = 64 * 1024

class InnerAddress extends Error {}

/**
 * Sends a request to another server, within ten seconds. Redirects are not followed. The address is checked by the lookup
 * of the connection itself: a check before it could see another address than the connection (DNS rebinding).
 */
export function createRequestOutside({
  allowedHosts,
  setting = 'WEBHOOK_ALLOWED_HOSTS',
  resolve = lookup,
  startTimeout = () => AbortSignal.timeout(10_000),
  longestAnswer = 2000,
}: OutsideNeeds): RequestOutside {
  const guarded = guardLookup(resolve, setting)
  return async function requestOutside(address, sending) {
    const url = new URL(address)
    const host = hostOf(url)
    const isAllowed = allowedHosts.includes(host)
    if (!isAllowed && url.protocol !== 'https:') return failed('The address is not https.')
    // A connection to an address, not a name, looks nothing up.
    if (!isAllowed && isIP(host) !== 0 && !isPublicAddress(host)) return failed(innerWords(host, setting))
    try {
      const signal = startTimeout()
      const response = await send(url, { ...sending, lookup: isAllowed ? resolve : guarded, signal })
      return { status: response.statusCode ?? null, ...(await readAnswer(response, { signal, longestAnswer })) }
    } catch (fault) {
      return failed(faultWords(fault))
    }
  }
}

const failed = (failure: string): OutsideAnswer => ({ status: null, answer: '', failure })

const innerWords = (address: string, setting: string) =>
  `The host has the address ${address}, which is inside a network. ${setting} can allow the host.`

function guardLookup(resolve: LookupFunction, setting: string): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (fault, found, family) => {
      if (fault) return done(fault, found, family)
      const addresses = typeof found === 'string' ? [{ address: found, family: family ?? 4 }] : found
      const inner = addresses.find(({ address }) => !isPublicAddress(address))
      const [first] = addresses
      if (inner || !first) return done(new InnerAddress(innerWords(inner?.address ?? 'none', setting)), '')
      return options.all === true ? done(null, addresses) : done(null, first.address, first.family)
    })
  }
}

type Sending = Request & { lookup: LookupFunction; signal: AbortSignal }

function send(url: URL, { method = 'POST', headers, body, lookup: look, signal }: Sending): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  // No agent: a connection that is kept was checked for an earlier address.
  const options = {
    method,
    agent: false as const,
    lookup: look,
    signal,
    headers: { ...headers, connection: 'close' },
  }
  request(url, options, resolve).on('error', reject).end(body)
  return promise
}

async function readAnswer(
  response: IncomingMessage,
  { signal, longestAnswer }: { signal: AbortSignal; longestAnswer: number },
): Promise<{ answer: string; failure: string }> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of response) {
      chunks.push(chunk)
      size += chunk.length
      if (size >= mostAnswerBytes) break
    }
    return { answer: readable(chunks, longestAnswer), failure: '' }
  } catch (fault) {
    return {
      answer: readable(chunks, longestAnswer),
      failure: faultWords(signal.aborted ? { code: 'ABORT_ERR' } : fault),
    }
  }
}

/** What the log shows. PostgreSQL stores no NUL. */
const readable = (chunks: readonly Buffer[], longest: number) =>
  Buffer.concat(chunks).toString().replaceAll('\0', '').slice(0, longest).toWellFormed()

const words: Record<string, string> = {
  ENOTFOUND: 'The name of the host is unknown.',
  EAI_AGAIN: 'The name of the host could not be looked up.',
  ECONNREFUSED: 'The host refused the connection.',
  ECONNRESET: 'The host ended the connection.',
  ABORT_ERR: 'The host did not answer within 10 seconds.',
}

function faultWords(fault: unknown): string {
  if (fault instanceof InnerAddress) return fault.message
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : ''
  return words[code] ?? `The connection failed${code === '' ? '' : `: ${code}`}.`
}

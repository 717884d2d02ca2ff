import { ResponseBodyError } from 'oauth4webapi'
import type { EndReason } from '../../shared/contract/end-reasons.ts'
import type { Authorisation } from './authorisation.ts'
import { readEndReason, type SessionStore, type Tokens } from './session.ts'

export type Problem = { status: number; kind?: string; title: string; text: string }
export type Failure =
  | { kind: 'no-connection' }
  | { kind: 'server-trouble'; status: number }
  | { kind: 'session-ended' }
  | { kind: 'refused'; problem: Problem }
export type ApiAnswer<Body> = { kind: 'answer'; body: Body } | Failure
export type CallApi = <Body>(path: string, order?: object) => Promise<ApiAnswer<Body>>

const EARLY_MS = 30_000

type Needs = {
  session: SessionStore
  authorisation: Authorisation
  endSession(reason: EndReason): Promise<void>
}

/**
 * Calls the API as the signed-in user. It returns a value and never throws, because being offline isn't an error.
 * Only `invalid_grant` and a 401 with a reason end the session.
 */
export function createCallApi(needs: Needs): CallApi {
  const ask = createAsk(needs)
  return async <Body>(path: string, order?: object): Promise<ApiAnswer<Body>> => {
    const answer = await ask(path, order)
    return 'kind' in answer ? answer : readAnswer<Body>(answer)
  }
}

/** Reads a file of the API, such as a picture. */
export type ReadBytes = (path: string) => Promise<ArrayBuffer | Failure>

export function createReadBytes(needs: Needs): ReadBytes {
  const ask = createAsk(needs)
  return async path => {
    const answer = await ask(path)
    if ('kind' in answer) return answer
    if (!answer.ok) return { kind: 'server-trouble', status: answer.status }
    return answer.arrayBuffer().catch(() => ({ kind: 'no-connection' }) as const)
  }
}

function createAsk({ session, authorisation, endSession }: Needs) {
  /** One refresh at a time for all tabs: the tabs that waited use its result. */
  const refresh = (stale: Tokens): Promise<Tokens | Failure> =>
    navigator.locks.request('fieldkey-refresh', async () => {
      await session.load()
      const { tokens, keys } = session.record()
      if (!tokens || !keys) return { kind: 'session-ended' } as const
      if (tokens.accessToken !== stale.accessToken) return tokens
      try {
        const fresh = await authorisation.refresh(tokens, keys)
        await session.change({ tokens: fresh })
        return fresh
      } catch (fault) {
        return failureOf(fault, endSession)
      }
    })

  const askWith = async (tokens: Tokens, path: string, order: object | undefined) => {
    const { keys } = session.record()
    if (!keys) return undefined
    const { accessToken } = tokens
    return authorisation.ask(path, { accessToken, keys, ...(order && { order }) }).catch(() => undefined)
  }

  return async (path: string, order?: object): Promise<Response | Failure> => {
    const { tokens } = session.record()
    if (!tokens) return { kind: 'session-ended' }
    const isOld = tokens.expiresAt - EARLY_MS < authorisation.now()
    let usable = isOld ? await refresh(tokens) : tokens
    if ('kind' in usable) return usable
    let answer = await askWith(usable, path, order)
    if (answer?.status === 401 && (await reasonOf(answer)) === undefined) {
      usable = await refresh(usable)
      if ('kind' in usable) return usable
      answer = await askWith(usable, path, order)
    }
    if (!answer) return { kind: 'no-connection' }
    const reason = answer.status === 401 ? await reasonOf(answer) : undefined
    if (reason) await endSession(reason)
    if (reason) return { kind: 'session-ended' }
    return answer
  }
}

async function readAnswer<Body>(answer: Response): Promise<ApiAnswer<Body>> {
  const body = await answer.json().catch(() => undefined)
  if (answer.ok) return body === undefined ? { kind: 'no-connection' } : { kind: 'answer', body }
  const problem: Problem | undefined = body?.problem
  // A proxy's page, a server error, too many requests: a retry may succeed later.
  if (!problem || answer.status >= 500 || answer.status === 429 || answer.status === 401)
    return { kind: 'server-trouble', status: answer.status }
  return { kind: 'refused', problem }
}

async function reasonOf(answer: Response): Promise<EndReason | undefined> {
  const body = await answer
    .clone()
    .json()
    .catch(() => undefined)
  return body?.problem?.kind === 'session-ended' ? (readEndReason(body.reason) ?? 'expired') : undefined
}

async function failureOf(fault: unknown, endSession: (reason: EndReason) => Promise<void>): Promise<Failure> {
  if (!(fault instanceof ResponseBodyError)) return { kind: 'no-connection' }
  if (fault.error !== 'invalid_grant') return { kind: 'server-trouble', status: fault.status }
  const word = /^ended: ([\w-]+)/.exec(fault.error_description ?? '')?.[1]
  await endSession(readEndReason(word) ?? 'expired')
  return { kind: 'session-ended' }
}

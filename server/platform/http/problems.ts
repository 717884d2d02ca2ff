import type { FastifyReply, FastifyRequest } from 'fastify'
import { isDatabaseUnavailable } from '../database/unavailable.ts'
import { isUnstorable } from '../database/unstorable.ts'
import type { Http } from './http.ts'

export type Problem = { status: number; title: string; text: string }
export type RenderProblem = (problem: Problem) => string | Promise<string>

/** Thrown by the guards of this folder. Features return their refusals as values. */
export class HttpRefusal extends Error {
  override name = 'HttpRefusal'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

const words: Record<number, Omit<Problem, 'status'>> = {
  400: { title: "That didn't arrive complete", text: 'Something is missing in what was sent. Go back and try again.' },
  404: { title: 'Page not found', text: 'Check the address. Open the complete link from the email.' },
  405: { title: "That isn't possible here", text: "This address doesn't accept this kind of request." },
  413: { title: 'That is too long', text: 'You sent more than this form accepts. Go back and shorten it.' },
  415: { title: "That can't be read", text: 'This address accepts forms and JSON only.' },
  503: { title: 'Too many requests', text: 'Many people are here right now. Wait a few seconds and try again.' },
}

const fallback = { title: "That didn't work", text: 'Go back and try again.' }

export function problemOf(status: number): Problem {
  return { status, ...(words[status] ?? fallback) }
}

/** Turns refusals of the framework, unknown addresses and faults into answers, for all routes (ASVS 16.5.4). */
export function handleProblems(http: Http, { renderProblem }: { renderProblem: RenderProblem }): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply, problem: Problem) => {
    reply.code(problem.status)
    if (wantsJson(request)) return reply.send({ problem, requestId: request.id })
    return reply.type('text/html; charset=utf-8').send(await renderProblem(problem))
  }
  http.setNotFoundHandler((request, reply) => answer(request, reply, problemOf(404)))
  http.setErrorHandler((fault, request, reply) => {
    const refusal = (wantsJson(request) && findShapeRefusal(fault)) || findRefusal(fault)
    if (refusal) return answer(request, reply, refusal)
    if (isUnstorable(fault)) {
      request.log.warn({ err: fault }, 'the database refused a value of a request')
      return answer(request, reply, problemOf(400))
    }
    if (isDatabaseUnavailable(fault)) {
      request.log.warn({ err: fault }, 'a request met a database that is away, full or read-only')
      return answer(request, reply.header('retry-after', retryAfterSeconds), databaseAway)
    }
    request.log.error({ err: fault }, 'a request met a fault')
    return answer(request, reply, faultOf(request.id))
  })
}

const retryAfterSeconds = 10

const databaseAway: Problem = {
  status: 503,
  title: 'Fieldkey is unavailable right now',
  text: "Fieldkey can't use its database. Wait a minute, then try again. If it continues, tell your administrator.",
}

function faultOf(requestId: string): Problem {
  return {
    status: 500,
    title: 'Something went wrong here',
    text: `It isn't your fault, and the server has logged it. Try again in a minute. If it continues, tell your administrator this number: ${requestId}.`,
  }
}

/** Only the framework's own refusals count. A library's error that happens to carry a 4xx is still a fault. */
function findRefusal(fault: unknown): Problem | undefined {
  if (fault instanceof HttpRefusal) return fault.problem
  if (!(fault instanceof Error) || !('code' in fault) || !('statusCode' in fault)) return undefined
  const { code, statusCode } = fault
  if (typeof code !== 'string' || !code.startsWith('FST_') || typeof statusCode !== 'number') return undefined
  return statusCode < 500 || statusCode === 503 ? problemOf(statusCode) : undefined
}

const noSuchThing: Problem = {
  status: 404,
  title: "This doesn't exist",
  text: 'Check the address, or go back to the list and choose again.',
}

const mostNamed = 5

/**
 * For a program: the fields that a shape refused, by name, and never their values. An id of another form is an id of
 * nothing. Forms name their fields themselves.
 */
function findShapeRefusal(fault: unknown): Problem | undefined {
  if (!(fault instanceof Error) || !('validation' in fault) || !Array.isArray(fault.validation)) return undefined
  const isOfAddress = 'validationContext' in fault && fault.validationContext === 'params'
  if (isOfAddress && fault.validation.some(({ params }) => params?.format === 'uuid')) return noSuchThing
  const said = fault.validation.slice(0, mostNamed).map(({ instancePath, message }) => {
    const field = String(instancePath).split('/').filter(Boolean).join('.')
    return field === '' ? message : `${field}: ${message}`
  })
  return { status: 400, title: "That can't be accepted", text: said.join(' ') }
}

function wantsJson(request: FastifyRequest): boolean {
  const { accept = '', 'content-type': type = '' } = request.headers
  return type.startsWith('application/json') || (accept.includes('application/json') && !accept.includes('text/html'))
}

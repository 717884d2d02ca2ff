import type { FastifyReply, FastifyRequest } from 'fastify'
import { waitWords } from '../../platform/html/moment-words.ts'
import { callerOf } from '../../platform/http/caller.ts'
import { HttpRefusal } from '../../platform/http/problems.ts'
import type { Limiter, LimitName } from '../../platform/limits/limiter.ts'

/**
 * Refuses a network's requests beyond a limit, before the provider reads anything. People get a page, apps get JSON.
 */
export function createCountRequest({ limiter }: { limiter: Limiter }) {
  return (limit: LimitName) => async (request: FastifyRequest, reply: FastifyReply) => {
    const counted = await limiter.take(limit, callerOf(request).network)
    if (counted.kind === 'taken') return
    const { retryAfterSeconds } = counted
    reply.header('retry-after', retryAfterSeconds)
    if (request.method === 'GET') {
      const text = `Try again in ${waitWords(retryAfterSeconds)}.`
      throw new HttpRefusal({ status: 429, title: 'Too many sign-ins from your network', text })
    }
    const description = 'too many requests from this network'
    return reply.code(429).send({ error: 'temporarily_unavailable', error_description: description })
  }
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../../platform/clock.ts'
import type { Http } from '../../platform/http/http.ts'
import type { BounceActions } from './bounces.actions.ts'
import { isSignedBy } from './check-signature.ts'

type Needs = BounceActions & { clock: Clock; bounceKey: Buffer | undefined }

/** A report quotes the returned email. Our emails contain no pictures. */
const largestReport = 256 * 1024

/** Receives returned email from a mail server or a script beside it. Without a key the route doesn't exist. */
export async function bouncesRoutes(http: Http, { takeBounce, clock, bounceKey }: Needs): Promise<void> {
  if (!bounceKey) return
  const key = bounceKey
  const options = { parseAs: 'buffer', bodyLimit: largestReport } as const

  async function receive(request: FastifyRequest, reply: FastifyReply) {
    const { 'fieldkey-timestamp': timestamp, 'fieldkey-signature': signature } = request.headers
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    const signed = { timestamp: textOf(timestamp), signature: textOf(signature), body }
    if (!isSignedBy(key, signed, clock.now())) return reply.code(401).send({ kind: 'not-signed' })
    const { kind } = await takeBounce(body)
    request.log.info({ outcome: kind }, 'a report of a mail server was read')
    return reply.send({ kind })
  }

  await http.register(async scope => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('message/rfc822', options, (_request, body, done) => done(null, body))
    scope.post('/mail/bounces', { bodyLimit: largestReport }, receive)
  })
}

const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)

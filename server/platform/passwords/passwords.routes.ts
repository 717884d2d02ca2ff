import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PasswordRule } from './password-rule.ts'

const forGood = 'public, max-age=31536000, immutable'
const forADay = 'public, max-age=86400'

type Encoding = 'br' | 'gzip' | 'identity'

const endings: Record<Encoding, string> = { br: '.br', gzip: '.gz', identity: '' }

function chooseEncoding(request: FastifyRequest): Encoding {
  const accepted = String(request.headers['accept-encoding'] ?? '').split(/[,;\s]+/)
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity'
}

/**
 * Serves the dictionaries for the meter in the browser, and the leaked passwords that share three characters of a hash.
 */
export function passwordsRoutes(app: FastifyInstance, { rule }: { rule: PasswordRule }): void {
  const path = join(rule.directory, rule.dictionariesName)
  const contents = Object.fromEntries(
    Object.entries(endings).map(([encoding, ending]) => [encoding, readFileSync(path + ending)]),
  ) as Record<Encoding, Buffer>

  app.get(`/strength/${rule.dictionariesName}`, async (request: FastifyRequest, reply: FastifyReply) => {
    const encoding = chooseEncoding(request)
    reply.header('cache-control', forGood).header('vary', 'accept-encoding').type('application/json; charset=utf-8')
    if (encoding !== 'identity') reply.header('content-encoding', encoding)
    return reply.send(contents[encoding])
  })

  app.get<{ Params: { prefix: string } }>('/strength/leaked/:prefix', async (request, reply) => {
    const rests = rule.leakedShard(request.params.prefix)
    if (!rests)
      return reply.code(404).type('text/plain; charset=utf-8').send('Three hexadecimal characters are expected.')
    return reply.header('cache-control', forADay).type('text/plain; charset=utf-8').send(rests.join('\n'))
  })
}

import { z } from 'zod'
import { createHttp } from '../../../server/platform/http/create-http.ts'
import type { Http } from '../../../server/platform/http/http.ts'
import type { SetUpFault } from '../../../server/platform/http/set-up-faults.ts'
import { createLog } from '../../../server/platform/log.ts'

export type HttpGround = { http: Http; logged: () => string }

type HttpGroundSettings = {
  publicUrl?: string
  trustedProxies?: string[]
  busyFromMs?: number
  onSetUpFault?: (fault: SetUpFault) => void
}

/** The bare server with a few routes of the test, and its complete log. */
export async function createHttpGround({
  busyFromMs = 1000,
  onSetUpFault = () => {},
  ...settings
}: HttpGroundSettings = {}): Promise<HttpGround> {
  const lines: string[] = []
  const log = createLog({ level: 'debug', destination: { write: line => void lines.push(line) } })
  const http = await createHttp({
    config: { publicUrl: 'https://fieldkey.example', trustedProxies: [], ...settings },
    log,
    busyFromMs,
    onSetUpFault,
    renderProblem: ({ title, text }) => `<!doctype html><title>${title}</title><h1>${title}</h1><p>${text}</p>`,
  })
  http.get('/page', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(`<p>${'word '.repeat(500)}</p>`),
  )
  http.get('/reset/:handle', async (_request, reply) => reply.type('text/html; charset=utf-8').send('<p>reset</p>'))
  http.get('/fault', async () => {
    throw new Error('the shelf fell down', { cause: new Error('a screw was loose') })
  })
  http.post('/form', { schema: { body: z.object({ code: z.string() }) } }, async request => ({
    code: request.body.code,
  }))
  return { http, logged: () => lines.join('') }
}

export const sameOrigin = { 'sec-fetch-site': 'same-origin' }

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Received = { headers: IncomingMessage['headers']; body: string; path: string }
type Reply = (response: ServerResponse, received: Received) => void

/** A receiver of events. `answerWith` changes how it answers. */
export async function startReceiver() {
  const received: Received[] = []
  let reply: Reply = response => response.writeHead(204).end()
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const event = { headers: request.headers, body: Buffer.concat(chunks).toString(), path: request.url ?? '' }
    received.push(event)
    reply(response, event)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/events`,
    port,
    received,
    answerWith: (own: Reply) => {
      reply = own
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

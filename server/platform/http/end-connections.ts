import type { Socket } from 'node:net'
import type { Http } from './http.ts'

/**
 * Lets the server close as soon as all requests are answered. Node would wait up to a minute for the first request of
 * connections that browsers open early, and for the next request of those that just got an answer.
 */
export function endConnections(http: Http): void {
  const silent = new Set<Socket>()
  let isClosing = false
  http.server.on('connection', socket => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  http.server.on('request', ({ socket }) => silent.delete(socket))
  http.addHook('preClose', async () => {
    isClosing = true
    for (const socket of silent) socket.destroy()
  })
  http.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close')
  })
}

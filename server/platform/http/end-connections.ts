import type { Socket } from 'node:net'
import type { Http } from './create-http.ts'

/**
 * Lets the server close as soon as what was asked is answered. Node would wait for the first request of connections that
 * browsers open ahead of need, and for the next one of those that just got an answer, each for as long as a minute.
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

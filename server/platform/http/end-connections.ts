import type { Socket } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Http } from './http.ts'

/** One accepts the connection, one reads its request, and one is to spare. */
const turnsToRead = 3

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
    // The system has accepted connections, and received requests on them, that Node reads in its next turns. Ending those
    // connections would be a reset connection for the browser, and 502 at a proxy.
    for (let turn = 0; turn < turnsToRead; turn += 1) await nextTurn()
    for (const socket of silent) socket.destroy()
  })
  http.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close')
  })
}

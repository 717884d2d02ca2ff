import type { Socket } from 'node:net'
import type { Http } from './create-http.ts'

/**
 * Browsers open connections ahead of need. Those have asked nothing yet, and Node would wait for their first request when
 * the server closes, for as long as a request may take.
 */
export function closeSilentConnections(http: Http): void {
  const silent = new Set<Socket>()
  http.server.on('connection', socket => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  http.server.on('request', ({ socket }) => silent.delete(socket))
  http.addHook('preClose', async () => {
    for (const socket of silent) socket.destroy()
  })
}

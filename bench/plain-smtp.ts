import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

export type PlainSmtp = {
  url: string
  port: number
  /** Resolves with the mail when the 250 for this address has been written. */
  nextMail(wanted: { to: string }): Promise<{ text: string }>
  stop(): Promise<void>
}

type Waiter = (mail: { text: string }) => void

/** A mail server that only answers, so that the sender is measured and not the parsing of its mail. */
export async function startPlainSmtp(): Promise<PlainSmtp> {
  const waiters = new Map<string, Waiter>()
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    converse(socket, (to, text) => waiters.get(to)?.({ text }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    nextMail: ({ to }) => new Promise(resolve => waiters.set(to, resolve)),
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function converse(socket: Socket, accept: (to: string, text: string) => void): void {
  let heard = ''
  let to = ''
  let isData = false
  const say = (line: string) => socket.write(`${line}\r\n`)
  const take = (end: string) => {
    const at = heard.indexOf(end)
    if (at === -1) return undefined
    const part = heard.slice(0, at)
    heard = heard.slice(at + end.length)
    return part
  }
  socket.setNoDelay(true).setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    heard += chunk
    for (;;) {
      const part = take(isData ? '\r\n.\r\n' : '\r\n')
      if (part === undefined) return
      if (isData) {
        isData = false
        say('250 taken')
        accept(to, part.replaceAll('=\r\n', ''))
        continue
      }
      const [command = ''] = part.split(/[ :]/)
      if (command === 'RCPT') to = /<([^>]+)>/.exec(part)?.[1] ?? ''
      isData = command === 'DATA'
      say(isData ? '354 go on' : command === 'QUIT' ? '221 bye' : '250 ok')
      if (command === 'QUIT') socket.end()
    }
  })
  say('220 plain')
}

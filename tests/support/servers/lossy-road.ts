import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** The fate of a response: it arrives, is lost before its first byte, or breaks off in the middle. */
export type Fate = 'comes' | 'lost' | 'broken'

export type Road = {
  url: string
  /** The bytes of all responses so far, without headers. */
  bytes(): number
  /** Called with each request before it is forwarded. Decides the fate of the response. */
  watch(decide: (path: string) => Fate): void
  /** Refuses connections until it is opened again. */
  close(): void
  open(): void
  stop(): Promise<void>
}

/** A proxy between browser and server. Every request arrives, but not every response returns. */
export async function startRoad(server: string): Promise<Road> {
  const agent = new Agent({ keepAlive: true })
  const sockets = new Set<Socket>()
  let decide: (path: string) => Fate = () => 'comes'
  let isOpen = true
  let bytes = 0

  const carry = async (question: IncomingMessage, answer: ServerResponse) => {
    const fate = decide(question.url ?? '')
    const brought = await ask(server, agent, question)
    const chunks: Buffer[] = []
    if (fate === 'comes') answer.writeHead(brought.statusCode ?? 502, brought.headers)
    for await (const chunk of brought) {
      chunks.push(chunk)
      bytes += chunk.length
      if (fate === 'comes') answer.write(chunk)
    }
    if (fate === 'comes') answer.end()
    else await breakOff(brought, { answer, fate, body: Buffer.concat(chunks) })
  }
  const road = createServer((question, answer) => {
    carry(question, answer).catch(() => answer.destroy())
  })
  road.on('connection', (socket: Socket) => {
    if (!isOpen) return socket.destroy()
    sockets.add(socket)
    return socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
  })
  road.listen(0, '127.0.0.1')
  await once(road, 'listening')
  return {
    url: `http://127.0.0.1:${(road.address() as AddressInfo).port}`,
    bytes: () => bytes,
    watch: next => {
      decide = next
    },
    close: () => {
      isOpen = false
      for (const socket of sockets) socket.destroy()
    },
    open: () => {
      isOpen = true
    },
    stop: async () => {
      road.close()
      road.closeAllConnections()
      agent.destroy()
      await once(road, 'close')
    },
  }
}

async function ask(server: string, agent: Agent, question: IncomingMessage): Promise<IncomingMessage> {
  const { port } = new URL(server)
  const { method, headers, url: path } = question
  const asked = request({ agent, hostname: '127.0.0.1', port, method, path, headers })
  question.pipe(asked)
  const [brought] = await once(asked, 'response')
  return brought
}

/** Browsers retry by themselves if no response header arrived, so the server gets the request twice. */
async function breakOff(
  { statusCode = 502, headers }: IncomingMessage,
  { answer, fate, body }: { answer: ServerResponse; fate: Fate; body: Buffer },
): Promise<void> {
  if (fate === 'broken') {
    answer.writeHead(statusCode, headers)
    await new Promise(resolve => answer.write(body.subarray(0, body.length / 2), resolve))
  }
  answer.destroy()
}

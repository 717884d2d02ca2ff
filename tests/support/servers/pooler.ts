import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { TestCluster } from '../databases/database-cluster.ts'

export type PoolerOptions = {
  cluster: TestCluster
  /** When the PostgreSQL session is released: with the client's connection, or after each transaction. */
  mode: 'session' | 'transaction'
  /** Offers TLS with this certificate. */
  tls?: { key: string; cert: string }
}

const sslRequest = 80_877_103
/** PgBouncer refuses connections with any other startup parameter. */
const parameters = ['user', 'database', 'application_name', 'client_encoding']

/** A replacement for PgBouncer with the same protocol and the same sharing of sessions. */
export async function startPooler(options: PoolerOptions): Promise<{ url(database: string): string; stop(): void }> {
  const idle: Socket[] = []
  const open = new Set<Socket>()
  const server = createServer(socket => {
    open.add(socket)
    socket.on('error', () => {})
    void greet(socket, options).then(client => client && serve(client.socket, { ...options, ...client, idle, open }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: database => `postgresql://fieldkey:secret@localhost:${port}/${database}`,
    stop: () => {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}

type Client = { socket: Socket; database: string }

async function greet(socket: Socket, { tls }: PoolerOptions): Promise<Client | undefined> {
  const [packet]: Buffer[] = await once(socket, 'data')
  if (packet?.readInt32BE(4) === sslRequest) {
    socket.write(tls ? 'S' : 'N')
    return greet(tls ? new TLSSocket(socket, { isServer: true, ...tls }) : socket, { tls: undefined } as never)
  }
  const words = packet?.subarray(8).toString().split('\0') ?? []
  const given = Object.fromEntries(words.flatMap((word, at) => (at % 2 === 0 && word ? [[word, words[at + 1]]] : [])))
  const unknown = Object.keys(given).find(name => !parameters.includes(name))
  if (unknown === undefined) {
    socket.write(Buffer.concat([message('R', int32(0)), message('K', int32(1), int32(2)), message('Z', 'I')]))
    return { socket, database: given.database ?? '' }
  }
  socket.end(message('E', `SFATAL\0C08P01\0Munsupported startup parameter: ${unknown}\0\0`))
  return undefined
}

type Lending = PoolerOptions & Client & { idle: Socket[]; open: Set<Socket> }

function serve(client: Socket, { cluster, mode, database, idle, open }: Lending): void {
  let lent: Promise<Socket> | undefined
  const take = async () => {
    const session = idle.pop() ?? (await openSession(cluster, database))
    open.add(session)
    session.removeAllListeners('data')
    const isReady = createReader()
    session.on('data', (chunk: Buffer) => {
      client.write(chunk)
      if (!isReady(chunk) || mode === 'session') return
      lent = undefined
      idle.push(session)
    })
    return session
  }
  client.on('data', async (chunk: Buffer) => {
    lent ??= take()
    const session = await lent
    session.write(chunk)
  })
  client.on('close', async () => (await lent)?.destroy())
}

async function openSession({ host, user }: TestCluster, database: string): Promise<Socket> {
  const session = connect(`${host}/.s.PGSQL.5432`)
  session.on('error', () => {})
  const body = Buffer.concat([int32(196_608), Buffer.from(`user\0${user}\0database\0${database}\0\0`)])
  session.write(Buffer.concat([int32(body.length + 4), body]))
  const isReady = createReader()
  for (let chunk = await nextChunk(session); !isReady(chunk); chunk = await nextChunk(session));
  return session
}

const nextChunk = async (socket: Socket): Promise<Buffer> => (await once(socket, 'data'))[0]

/** True if a chunk of responses ends with "ready for query, in no transaction". */
function createReader(): (chunk: Buffer) => boolean {
  let rest = Buffer.alloc(0)
  return chunk => {
    rest = Buffer.concat([rest, chunk])
    let isReady = false
    while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
      const end = rest.readInt32BE(1) + 1
      isReady = rest.toString('latin1', 0, 1) === 'Z' && rest.toString('latin1', 5, 6) === 'I'
      rest = rest.subarray(end)
    }
    return isReady
  }
}

function message(type: string, ...parts: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(parts.map(part => Buffer.from(part)))
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body])
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { decode, encode, RECURSION_DESIRED } from 'dns-packet'

export type TestDns = {
  /** The value for DNS_SERVERS. */
  address: string
  /** TXT records by name. A name without records doesn't exist. */
  texts: Map<string, string[]>
  /** The queried names, in order. */
  asked: string[]
  /** From now on, queries arrive and get no response. */
  fallSilent(): void
  stop(): Promise<void>
}

/** A real DNS server in the test's process. The resolver queries it over UDP. */
export async function startTestDns(): Promise<TestDns> {
  const texts = new Map<string, string[]>()
  const asked: string[] = []
  let isSilent = false
  const socket = createSocket('udp4')
  socket.on('message', (message, { port, address }) => {
    const { id, questions = [] } = decode(message)
    const [question] = questions
    if (!question) return
    asked.push(question.name)
    if (isSilent) return
    const { name } = question
    const found = texts.get(name.toLowerCase())
    // Real servers split a text of more than 255 bytes into several strings.
    const answers = (found ?? []).map(text => ({ type: 'TXT' as const, name, data: text.match(/.{1,255}/g) ?? [''] }))
    const flags = RECURSION_DESIRED | (found ? 0 : 3)
    socket.send(encode({ type: 'response', id: id ?? 0, flags, questions, answers }), port, address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return {
    address: `127.0.0.1:${socket.address().port}`,
    texts,
    asked,
    fallSilent: () => {
      isSilent = true
    },
    stop: () => new Promise<void>(resolve => socket.close(() => resolve())),
  }
}

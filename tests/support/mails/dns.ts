import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { decode, encode, RECURSION_DESIRED } from 'dns-packet'

export type TestDns = {
  /** What DNS_SERVERS is to be. */
  address: string
  /** TXT records by name; a name without any does not exist. */
  texts: Map<string, string[]>
  /** Asked for, in order. */
  asked: string[]
  /** From now on questions arrive and nobody answers. */
  fallSilent(): void
  stop(): Promise<void>
}

/** A real DNS server inside the test's process: the resolver asks it over UDP, as any other. */
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
    // As a server does it: a text of more than 255 bytes comes in pieces.
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

import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export type ReceivedMail = {
  /** The only recipient of the envelope. */
  to: string
  envelope: { from: string; to: string[] }
  raw: string
  parsed: ParsedMail
  subject: string
  text: string
  html: string
  /** False if the server accepted the email but sent no acknowledgement. */
  isAcknowledged: boolean
}

/** How the server answers the next emails. */
export type Answer =
  | 'accept'
  | { refuse: 'recipient' | 'message' | 'sender'; code: number; text?: string }
  /** Accepts the email and closes the connection without a response. */
  | 'drop-after-data'
  /** Accepts the email and sends no response. */
  | 'never-acknowledge'

export type TestSmtp = {
  /** The value for SMTP_URL. */
  url: string
  port: number
  /** All mails that arrived, acknowledged or not, in order. */
  received: ReceivedMail[]
  /** Resolves with the first mail that arrived for the address and that no call has returned before. */
  nextMail(wanted: { to: string }): Promise<ReceivedMail>
  answerWith(answer: Answer): void
  /** From now on, emails arrive, but their acknowledgements wait until the returned function is called. */
  hold(): () => void
  /** Acknowledges the held emails. */
  release(): void
  /** Refuses new connections and closes existing ones until `comeUp`. */
  goDown(): Promise<void>
  comeUp(): Promise<void>
  stop(): Promise<void>
}

type Waiter = { to: string; resolve: (mail: ReceivedMail) => void }

/** A limit for emails that never arrive, generous enough for a slow machine. */
const patienceMs = 60_000

/** A real SMTP server in the test's process, on its own port. */
export async function startTestSmtp({ offersTls = false } = {}): Promise<TestSmtp> {
  const received: ReceivedMail[] = []
  const unread: ReceivedMail[] = []
  const waiters: Waiter[] = []
  let answer: Answer = 'accept'
  let gate = Promise.resolve()
  let open = () => {}
  let port = 0
  let server: SMTPServer | undefined

  const arrive = (mail: ReceivedMail) => {
    received.push(mail)
    const index = waiters.findIndex(waiter => waiter.to === mail.to)
    if (index === -1) unread.push(mail)
    else waiters.splice(index, 1)[0]?.resolve(mail)
  }

  const refusalAt = (place: 'recipient' | 'message' | 'sender') =>
    typeof answer === 'object' && answer.refuse === place
      ? Object.assign(new Error(answer.text ?? 'refused by the test'), { responseCode: answer.code })
      : null

  const listen = async () => {
    const made = new SMTPServer({
      authOptional: true,
      disabledCommands: offersTls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 1,
      logger: false,
      onMailFrom: (_address, _session, callback) => callback(refusalAt('sender')),
      onRcptTo: (_address, _session, callback) => callback(refusalAt('recipient')),
      onData: async (stream, session, callback) => {
        const raw = await readAll(stream)
        // A client that disconnects during an email hasn't sent it.
        if (raw === undefined) return callback(new Error('the email arrived incomplete'))
        const refusal = refusalAt('message')
        if (refusal) return callback(refusal)
        const { mailFrom, rcptTo } = session.envelope
        const to = rcptTo.map(recipient => recipient.address)
        const isAcknowledged = answer === 'accept'
        const dropped = answer === 'drop-after-data'
        arrive(await toReceived({ raw, to, from: mailFrom ? mailFrom.address : '', isAcknowledged }))
        await gate
        if (isAcknowledged) callback(null, 'queued by the test')
        else if (dropped) dropConnection(made, session.id)
      },
    })
    // Some tests kill the client in the middle of a command.
    made.on('error', () => {})
    made.listen(port, '127.0.0.1')
    await once(made.server, 'listening')
    const address = made.server.address()
    if (typeof address === 'object' && address) port = address.port
    server = made
  }

  const goDown = async () => {
    const closing = server
    server = undefined
    if (closing) await new Promise<void>(resolve => closing.close(resolve))
  }

  await listen()
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received,
    nextMail: ({ to }) => {
      const index = unread.findIndex(mail => mail.to === to)
      const found = index === -1 ? undefined : unread.splice(index, 1)[0]
      if (found) return Promise.resolve(found)
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`No mail to ${to} arrived`)), patienceMs)
        const done = (mail: ReceivedMail) => {
          clearTimeout(timer)
          resolve(mail)
        }
        waiters.push({ to, resolve: done })
      })
    },
    answerWith: next => {
      answer = next
    },
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      gate = promise
      open = resolve
      return resolve
    },
    goDown,
    comeUp: listen,
    release: () => open(),
    stop: goDown,
  }
}

async function readAll(stream: Readable): Promise<string | undefined> {
  try {
    return Buffer.concat(await Array.fromAsync(stream)).toString('utf8')
  } catch {
    return undefined
  }
}

async function toReceived(mail: { raw: string; to: string[]; from: string; isAcknowledged: boolean }) {
  const parsed = await simpleParser(mail.raw)
  return {
    to: mail.to[0] ?? '',
    envelope: { from: mail.from, to: mail.to },
    raw: mail.raw,
    parsed,
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: typeof parsed.html === 'string' ? parsed.html : '',
    isAcknowledged: mail.isAcknowledged,
  }
}

function dropConnection(server: SMTPServer, sessionId: string): void {
  for (const connection of server.connections) {
    if (connection.session.id === sessionId) connection._socket.destroy()
  }
}

import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { createInbox, type Inbox, type ReceivedMail } from './inbox.ts'

export type { ReceivedMail }

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
  /** As after the start, on the same port: no emails, and the next ones are accepted. */
  reset(): Promise<void>
}

/** A real SMTP server in the test's process, on its own port. */
export async function startTestSmtp({ offersTls = false } = {}): Promise<TestSmtp> {
  const inbox = createInbox()
  const replies = createReplies()
  let port = 0
  let server: SMTPServer | undefined

  const comeUp = async () => {
    server = await listen({ port, offersTls, inbox, replies })
    const address = server.server.address()
    if (typeof address === 'object' && address) port = address.port
  }
  const goDown = async () => {
    const closing = server
    server = undefined
    if (closing) await new Promise<void>(resolve => closing.close(resolve))
  }

  await comeUp()
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received: inbox.received,
    nextMail: inbox.nextMail,
    answerWith: replies.answerWith,
    hold: replies.hold,
    release: replies.release,
    goDown,
    comeUp,
    stop: goDown,
    reset: async () => {
      replies.answerWith('accept')
      replies.release()
      inbox.empty()
      if (!server) await comeUp()
    },
  }
}

/** What the server says to the next emails, and when. */
function createReplies() {
  let answer: Answer = 'accept'
  let gate = Promise.resolve()
  let open = () => {}
  return {
    gate: () => gate,
    answer: () => answer,
    answerWith: (next: Answer) => {
      answer = next
    },
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      gate = promise
      open = resolve
      return resolve
    },
    release: () => open(),
    refusalAt: (place: 'recipient' | 'message' | 'sender') =>
      typeof answer === 'object' && answer.refuse === place
        ? Object.assign(new Error(answer.text ?? 'refused by the test'), { responseCode: answer.code })
        : null,
  }
}

type Serving = {
  port: number
  offersTls: boolean
  inbox: Inbox
  replies: ReturnType<typeof createReplies>
}

async function listen({ port, offersTls, inbox, replies }: Serving): Promise<SMTPServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: offersTls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 1,
    logger: false,
    onMailFrom: (_address, _session, callback) => callback(replies.refusalAt('sender')),
    onRcptTo: (_address, _session, callback) => callback(replies.refusalAt('recipient')),
    onData: async (stream, session, callback) => {
      const raw = await readAll(stream)
      // A client that disconnects during an email hasn't sent it.
      if (raw === undefined) return callback(new Error('the email arrived incomplete'))
      const refusal = replies.refusalAt('message')
      if (refusal) return callback(refusal)
      const { mailFrom, rcptTo } = session.envelope
      const to = rcptTo.map(recipient => recipient.address)
      const isAcknowledged = replies.answer() === 'accept'
      const dropped = replies.answer() === 'drop-after-data'
      inbox.arrive(await toReceived({ raw, to, from: mailFrom ? mailFrom.address : '', isAcknowledged }))
      await replies.gate()
      if (isAcknowledged) callback(null, 'queued by the test')
      else if (dropped) dropConnection(server, session.id)
    },
  })
  // Some tests kill the client in the middle of a command.
  server.on('error', () => {})
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return server
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

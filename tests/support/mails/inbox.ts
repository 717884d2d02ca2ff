import type { ParsedMail } from 'mailparser'

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

type Waiter = { to: string; resolve: (mail: ReceivedMail) => void }

/** A limit for emails that never arrive, generous enough for a slow machine. */
const patienceMs = 120_000

export type Inbox = ReturnType<typeof createInbox>

/** The emails that arrived. A test waits for the next one to an address. */
export function createInbox() {
  const received: ReceivedMail[] = []
  const unread: ReceivedMail[] = []
  const waiters: Waiter[] = []
  return {
    received,
    arrive: (mail: ReceivedMail) => {
      received.push(mail)
      const index = waiters.findIndex(waiter => waiter.to === mail.to)
      if (index === -1) unread.push(mail)
      else waiters.splice(index, 1)[0]?.resolve(mail)
    },
    nextMail: ({ to }: { to: string }): Promise<ReceivedMail> => {
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
    empty: () => {
      received.length = 0
      unread.length = 0
      waiters.length = 0
    },
  }
}

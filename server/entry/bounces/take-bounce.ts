import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import { limits } from '../../platform/limits/limits.ts'
import { blamesAddress } from '../../platform/mail/blamed.ts'
import { harmlessAnswer } from '../../platform/mail/harmless-answer.ts'
import { lockMessage } from '../../platform/mail/mail.store.ts'
import { recordBounce } from '../../platform/mail/record-bounce.ts'
import type { MessageTokens, ReturnPath } from '../../platform/mail/return-path.ts'
import { nameKey } from '../../platform/names/name-key.ts'
import { type DeliveryReport, type ReportedRecipient, readDeliveryReport } from './delivery-report.ts'

export type BounceTaken =
  | { kind: 'bounced'; messageId: string }
  | { kind: 'not-a-report' }
  /** The message is late or was delivered: nothing has come back. */
  | { kind: 'nothing-failed' }
  /** The report doesn't prove that we sent the message. */
  | { kind: 'unknown-message' }
  | { kind: 'bounced-before' }
  | { kind: 'too-late' }

type Needs = { db: Db; clock: Clock; returnPath: ReturnPath | undefined; messageTokens: MessageTokens }
type ProvenMessage = NonNullable<Awaited<ReturnType<typeof lockMessage>>>

/**
 * Processes a report of returned email. Anyone can write a report, so it marks an account only with proof that it is
 * about one of our messages: the token of the return path, which only that message contains, or the Message-ID together
 * with the actual recipient. Never answers: replies to reports create mail loops.
 */
export function createTakeBounce({ db, clock, returnPath, messageTokens }: Needs) {
  async function findProven(tx: Tx, report: DeliveryReport, failed: ReportedRecipient[]) {
    const id = returnPath?.findMessageId(report.sentTo) ?? messageTokens.findMessageId(report.token ?? '')
    if (id !== undefined) {
      const message = await lockMessage(tx, { id })
      // A forwarded email fails at another address than it was sent to. Each of our messages has exactly one recipient.
      return message && { message, recipient: recipientOf(message, failed) ?? failed[0] }
    }
    const message = report.messageName === undefined ? undefined : await lockMessage(tx, { name: report.messageName })
    const recipient = message && recipientOf(message, failed)
    return recipient && { message, recipient }
  }

  return async function takeBounce(raw: Buffer): Promise<BounceTaken> {
    const report = await readDeliveryReport(raw)
    if (!report) return { kind: 'not-a-report' }
    const failed = report.recipients.filter(({ action }) => action === 'failed')
    if (failed.length === 0) return { kind: 'nothing-failed' }
    return db.transaction().execute(async tx => {
      const proven = await findProven(tx, report, failed)
      if (!proven?.recipient) return { kind: 'unknown-message' }
      return record(tx, { ...proven, recipient: proven.recipient, at: clock.now() })
    })
  }
}

export type TakeBounce = ReturnType<typeof createTakeBounce>

type Proven = { message: ProvenMessage; recipient: ReportedRecipient; at: Date }

async function record(tx: Tx, { message, recipient, at }: Proven): Promise<BounceTaken> {
  const { sentAt } = message
  if (sentAt === null) return { kind: 'unknown-message' }
  if (at.getTime() - sentAt.getTime() > limits.mail.reportSeconds * 1000) return { kind: 'too-late' }
  const { status, diagnostic } = recipient
  const isRecorded = await recordBounce(tx, {
    message,
    at,
    answer: harmlessAnswer(diagnostic || status || 'it came back, without a reason'),
    // With a 4.x.x status a server gave up waiting: the email has come back, but the address may be fine.
    isAboutAddress: status.startsWith('5.') && blamesAddress({ answer: diagnostic, status, isAtRecipient: true }),
    was: 'sent',
  })
  return isRecorded ? { kind: 'bounced', messageId: message.id } : { kind: 'bounced-before' }
}

function recipientOf({ recipient }: ProvenMessage, failed: ReportedRecipient[]): ReportedRecipient | undefined {
  const wanted = nameKey(recipient)
  return failed.find(({ addresses }) => addresses.some(address => nameKey(address) === wanted))
}

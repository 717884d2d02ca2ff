import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import type { Db, Tx } from '../database/tables.ts'
import type { JobsLog } from '../jobs/jobs.ts'
import { nameKey } from '../names/name-key.ts'
import { noteAccepted } from './failing-addresses.store.ts'
import { type Attempt, recordFailed, recordFailedAttempt, recordSent, takeMessage } from './mail.store.ts'
import type { Organisation } from './mail-content.ts'
import { renderMail, secretsOf } from './mail-frame.ts'
import type { ComposedMail, Mail, MailKind, MailKinds, MailMessage } from './mail-kinds.ts'
import { recordBounce } from './record-bounce.ts'
import type { MessageTokens, ReturnPath } from './return-path.ts'
import type { Smtp } from './smtp.ts'

export type DeliveryNeeds = {
  db: Db
  kinds: MailKinds
  smtp: Smtp
  clock: Clock
  log: JobsLog
  getOrganisation: () => Promise<Organisation>
  /** Without a return path, bounces go to the sender's own address. */
  returnPath?: ReturnPath | undefined
  messageTokens: MessageTokens
}

/**
 * Records how one attempt ended. The recording may run more than once, the attempt never does. It is the first write of its
 * transaction, which has no id before: nothing waits for a mail server.
 */
type RecordEnd = (tx: Tx) => Promise<void>

/**
 * Delivers one message if it is still waiting and no other worker holds it. Safe to call for any message at any time,
 * any number of times: the row in the database decides what to do, and the job is only a wake-up.
 */
export function createDeliverMail(needs: DeliveryNeeds): (messageId: string) => Promise<void> {
  const { db, log } = needs
  // A lost connection releases the lock before the delivery attempt has ended. This set stops the same process from
  // starting a second attempt.
  const inHand = new Set<string>()

  async function deliver(messageId: string): Promise<void> {
    let ending: RecordEnd | undefined
    try {
      await db.transaction().execute(async tx => {
        const message = await takeMessage(tx, messageId)
        if (!message) return
        ending = await attempt(needs, message)
        await ending(tx)
      })
    } catch (fault) {
      if (!ending) throw fault
      log.warn({ err: fault, messageId }, 'the outcome of a delivery attempt could not be recorded yet')
      await recordAgain(db, ending)
    }
  }

  return async messageId => {
    if (inHand.has(messageId)) return
    inHand.add(messageId)
    try {
      await deliver(messageId)
    } finally {
      inHand.delete(messageId)
    }
  }
}

async function attempt(needs: DeliveryNeeds, message: MailMessage): Promise<RecordEnd> {
  const { kinds, clock, log } = needs
  const about = { messageId: message.id, kind: message.kind }
  const kind = kinds[message.kind]
  if (!kind) throw new Error(`No kind of mail is called ${message.kind}`)
  if (message.deliverBy <= clock.now()) return expire(kind, message)

  const [composed, organisation] = await Promise.all([compose(kind, message), needs.getOrganisation()])
  if (composed.kind === 'fault') {
    log.error({ ...about, err: composed.fault }, 'a mail could not be composed')
    return tx => recordFailedAttempt(tx, { id: message.id, at: clock.now(), answer: 'the mail could not be composed' })
  }
  if (composed.kind === 'cancel') return tx => recordFailed(tx, message.id, composed.why)
  return handOver(needs, { message, kind, composed, organisation })
}

/** A fault in one kind of mail is a failed attempt, so it is counted and backed off like any other. */
async function compose(
  kind: MailKind,
  message: MailMessage,
): Promise<ComposedMail | { kind: 'fault'; fault: unknown }> {
  try {
    return await kind.compose(message)
  } catch (fault) {
    return { kind: 'fault', fault }
  }
}

type Letter = {
  message: MailMessage
  kind: MailKind
  composed: Extract<ComposedMail, { kind: 'mail' }>
  organisation: Organisation
}

async function handOver(needs: DeliveryNeeds, { message, kind, composed, organisation }: Letter): Promise<RecordEnd> {
  const { smtp, clock, log, returnPath, messageTokens } = needs
  const { mail } = composed
  const outcome = await smtp.handOver({
    to: message.recipient,
    subject: mail.subject,
    ...renderMail({ ...mail, organisation }),
    attachments: mail.attachments,
    date: clock.now(),
    returnTo: returnPath?.addressOf(message.id),
    token: messageTokens.tokenOf(message.id),
  })
  const at = clock.now()
  const attempt = { id: message.id, at, answer: withoutSecrets(outcome.answer, mail) }
  const about = { messageId: message.id, kind: message.kind, attempt: message.attempts + 1, answer: attempt.answer }

  if (outcome.kind === 'accepted') {
    log.info(about, 'mail accepted by the mail server')
    return async tx => {
      await recordSent(tx, { ...attempt, messageId: outcome.messageId })
      await noteAccepted(tx, { address: nameKey(message.recipient), at })
      await composed.accepted(tx, at)
    }
  }
  log.warn({ ...about, isPermanent: outcome.isPermanent }, 'mail not accepted')
  return async tx => {
    await recordFailedAttempt(tx, attempt)
    await composed.refused(tx, at)
    if (outcome.isAboutAddress) await bounce(kind, { message, attempt })(tx)
    else if (outcome.isPermanent) await fail(kind, message)(tx)
  }
}

const bounce = (kind: MailKind, { message, attempt }: { message: MailMessage; attempt: Attempt }): RecordEnd => {
  return async tx => {
    const { at, answer } = attempt
    await recordBounce(tx, { message: { ...message, sentAt: null }, at, answer, isAboutAddress: true, was: 'waiting' })
    await kind.expired(tx, message)
  }
}

const expire = (kind: MailKind, message: MailMessage): RecordEnd => {
  const why = message.attempts === 0 ? 'it expired before a delivery attempt' : undefined
  return fail(kind, message, why)
}

const fail = (kind: MailKind, message: MailMessage, why?: string): RecordEnd => {
  return async tx => {
    await recordFailed(tx, message.id, why)
    await kind.expired(tx, message)
  }
}

/** Some servers quote what they refuse, and the quote may hold a secret. */
function withoutSecrets(answer: string, mail: Mail): string {
  return secretsOf(mail.blocks).reduce((text, secret) => text.replaceAll(secret, '…'), answer)
}

/**
 * The mail is delivered but not recorded, because the database went away in between. Until the record exists another
 * worker may send the mail again, so this waits for the database.
 */
async function recordAgain(db: Db, ending: RecordEnd): Promise<void> {
  const waitsSeconds = [0, 0.2, 0.5, 1, 1, 2, 2, 3, 5, 5, 10, 10, 20]
  for (const [index, seconds] of waitsSeconds.entries()) {
    await wait(seconds * 1000)
    try {
      return await db.transaction().execute(ending)
    } catch (fault) {
      if (index === waitsSeconds.length - 1) throw fault
    }
  }
}

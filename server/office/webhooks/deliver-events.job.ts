import type { BaseLogger } from 'pino'
import { dayMs } from '../../../shared/time.ts'
import { findMailAddress } from '../../people/accounts/account.ts'
import { listAlertRecipients } from '../../people/accounts/alert-recipients.query.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import type { QueueMail } from '../../platform/mail/queue-mail.ts'
import { nextAttempt, retriedForSeconds } from '../../platform/outgoing/next-attempt.ts'
import type { OutsideAnswer, RequestOutside } from '../../platform/outgoing/request-outside.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { claimDue } from './claim-due.ts'
import { type ClaimedDelivery, saveAttempt } from './deliveries.store.ts'
import { signEvent } from './sign-event.ts'
import { webhookDisabledKind } from './webhook-disabled.mail.ts'
import { openSecret } from './webhook-secret.ts'
import { disableWebhook, freeWebhook, lockWebhook, setFailingSince } from './webhooks.store.ts'

type Needs = {
  db: Db
  clock: Clock
  secrets: Secrets
  queueMail: QueueMail
  requestOutside: RequestOutside
  log: Pick<BaseLogger, 'warn'>
}

/** Longer than an attempt takes, answer and record included. */
const leaseSeconds = 60

/** Webhooks to which events are on their way at the same time. */
const mostLanes = 20

/**
 * Sends the events that are due. Each webhook has a lane of its own: its events go one after the other, and a receiver
 * that hangs delays no other one. No transaction is open while a receiver answers.
 */
export function createDeliverEvents(needs: Needs) {
  const { db, clock, log } = needs
  const lanes = new Set<Promise<number>>()

  /** Returns how many events it sent. An event that fails is sent again later, after those that wait already. */
  async function sendAll(first: ClaimedDelivery, stopping?: AbortSignal): Promise<number> {
    const { webhookId } = first
    let sent = 0
    for (let next: ClaimedDelivery | undefined = first; next; sent += 1) {
      await deliver(needs, next)
      const claim = { at: clock.now(), leaseSeconds, most: 1, webhookId }
      next = stopping?.aborted ? undefined : (await claimDue(db, claim))[0]
    }
    return sent
  }

  /** Starts a lane for each webhook that has none. Each ends with the number of events that it sent. */
  return async function deliverEvents(stopping?: AbortSignal): Promise<Promise<number>[]> {
    const most = mostLanes - lanes.size
    const claimed = most > 0 ? await claimDue(db, { at: clock.now(), leaseSeconds, most }) : []
    return claimed.map(delivery => {
      const lane = sendAll(delivery, stopping)
        .catch(err => {
          log.warn({ err }, 'an event was sent, and its answer is not recorded')
          return 0
        })
        .finally(() => lanes.delete(lane))
      lanes.add(lane)
      return lane
    })
  }
}

async function deliver(needs: Needs, delivery: ClaimedDelivery): Promise<void> {
  const { db, clock } = needs
  const at = clock.now()
  const answer = await post(needs, delivery, at)
  const isDelivered = answer.failure === '' && answer.status !== null && answer.status >= 200 && answer.status < 300
  await db.transaction().execute(async tx => {
    // Before the delivery, as disabling does.
    const webhook = await lockWebhook(tx, delivery.webhookId)
    if (!webhook) return
    await freeWebhook(tx, { id: webhook.id, busyUntil: delivery.busyUntil })
    const { id, attempts } = delivery
    const nextAt = isDelivered ? undefined : nextAttempt({ ...delivery, at })
    const state = isDelivered ? 'delivered' : nextAt ? 'waiting' : 'failed'
    if (!(await saveAttempt(tx, { ...answer, id, attempts, state, nextAt: nextAt ?? null }))) return
    if (isDelivered) return setFailingSince(tx, { id: webhook.id, since: null })
    const since = webhook.failing_since ?? at
    await setFailingSince(tx, { id: webhook.id, since })
    const isTooLong = at.getTime() - since.getTime() >= retriedForSeconds * 1000
    if (isTooLong && webhook.disabled_at === null) await disable(tx, { needs, webhookId: webhook.id, at })
  })
}

async function post({ secrets, requestOutside }: Needs, delivery: ClaimedDelivery, at: Date): Promise<OutsideAnswer> {
  const secret = openSecret(secrets, delivery)
  if (!secret)
    return { status: null, answer: '', failure: 'The secret of this webhook was encrypted with a key that is gone.' }
  const { url, eventId, type, data } = delivery
  const body = JSON.stringify({ type, timestamp: delivery.at.toISOString(), data })
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Fieldkey',
    ...signEvent(secret, { id: eventId, at, body }),
  }
  return withReason(await requestOutside(url, { headers, body }))
}

/** A receiver must answer itself: a redirect could lead into the network. */
function withReason(answer: OutsideAnswer): OutsideAnswer {
  const { status, failure } = answer
  const isRedirect = status !== null && status >= 300 && status < 400
  return isRedirect && failure === ''
    ? { ...answer, failure: 'The receiver redirects. Redirects are not followed.' }
    : answer
}

type Disabling = { needs: Needs; webhookId: string; at: Date }

async function disable(tx: Tx, { needs, webhookId, at }: Disabling): Promise<void> {
  await disableWebhook(tx, { id: webhookId, at, because: 'failures' })
  const details = { webhook: webhookId, because: 'failures' }
  await recordEvent(tx, { at, action: 'webhook-disabled', actor: 'system', details })
  const deliverBy = new Date(at.getTime() + dayMs)
  for (const administrator of await listAlertRecipients(tx)) {
    const recipient = findMailAddress(administrator)
    if (recipient === undefined) continue
    const mail = { kind: webhookDisabledKind, accountId: administrator.id, subjectId: webhookId, recipient, deliverBy }
    await needs.queueMail(tx, mail)
  }
}

import { allows } from '../../../shared/contract/rights.ts'
import { dayIn, hourIn } from '../../../shared/prices/day-in.ts'
import { dayMs, hourMs } from '../../../shared/time.ts'
import { findMailAddress } from '../../people/accounts/account.ts'
import { listAlertRecipients } from '../../people/accounts/alert-recipients.query.ts'
import { claimAttentionDay, getOrganisation } from '../../people/organisation/organisation.store.ts'
import { getRightsOf } from '../../people/roles/roles.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import type { MailKind } from '../../platform/mail/mail-kinds.ts'
import type { QueueMail } from '../../platform/mail/queue-mail.ts'
import { attentionMail, attentionMailKind } from './attention.mail.ts'
import { needsNothing, readAttention } from './attention.query.ts'

/** Before the office opens, in the organisation's time zone. */
const fromHour = 7

type Needs = { db: Db; clock: Clock; queueMail: QueueMail }

/**
 * Queues the daily email, once a day however many servers run: the day is claimed in the same transaction. The users who
 * receive system messages get it, as far as they may read orders. No one gets it while there is nothing to say.
 */
export function createQueueAttention({ db, clock, queueMail }: Needs) {
  return async function queueAttention(): Promise<void> {
    const now = clock.now()
    const { timeZone } = await getOrganisation(db)
    if (hourIn(timeZone, now) < fromHour) return
    await db.transaction().execute(async tx => {
      const isFirst = await claimAttentionDay(tx, dayIn(timeZone, now))
      if (isFirst && !needsNothing(await readAttention(tx, momentOf(timeZone, now)))) await queueAll(tx, now)
    })
  }

  async function queueAll(tx: Tx, now: Date): Promise<void> {
    const deliverBy = new Date(now.getTime() + dayMs)
    for (const account of await listAlertRecipients(tx)) {
      const recipient = findMailAddress(account)
      const mayRead = allows(await getRightsOf(tx, account.id), { module: 'orders', access: 'read' })
      if (recipient === undefined || !mayRead) continue
      await queueMail(tx, { kind: attentionMailKind, accountId: account.id, subjectId: null, recipient, deliverBy })
    }
  }
}

const momentOf = (timeZone: string, now: Date) => ({
  today: dayIn(timeZone, now),
  dayAgo: new Date(now.getTime() - dayMs),
  hourAgo: new Date(now.getTime() - hourMs),
})

const nothing = async () => {}

/** Written at delivery, so that it says what needs attention by then. */
export function createAttentionMail({ db, clock, publicUrl }: { db: Db; clock: Clock; publicUrl: string }): MailKind {
  return {
    compose: async () => {
      const { timeZone } = await getOrganisation(db)
      const attention = await readAttention(db, momentOf(timeZone, clock.now()))
      if (needsNothing(attention)) return { kind: 'cancel', why: 'nothing needs attention any more' }
      return { kind: 'mail', mail: attentionMail(attention, publicUrl), accepted: nothing, refused: nothing }
    },
    expired: nothing,
  }
}

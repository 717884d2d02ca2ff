import { type Account, listNoticeAddresses } from '../../people/accounts/account.ts'
import { getAccount } from '../../people/accounts/accounts.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { MailKind, MailKinds } from '../../platform/mail/mail-kinds.ts'
import type { QueueMail } from '../../platform/mail/queue-mail.ts'
import { makeObjection } from '../recovery/make-objection.ts'
import { type FactorEvent, factorEvents, kindOfFactorEvent, secondStepMail } from './second-step.mail.ts'

type Notice = { account: Account; event: FactorEvent }

/** Tells the person on all addresses, in the transaction of the change. */
export async function queueFactorNotice(
  tx: Tx,
  { clock, queueMail }: { clock: Clock; queueMail: QueueMail },
  { account, event }: Notice,
): Promise<void> {
  const deliverBy = new Date(clock.now().getTime() + limits.resets.objectionSeconds * 1000)
  const kind = kindOfFactorEvent(event)
  for (const recipient of listNoticeAddresses(account)) {
    await queueMail(tx, { kind, accountId: account.id, subjectId: null, recipient, deliverBy })
  }
}

type Needs = { db: Db; clock: Clock; publicUrl: string }

/** The kinds of mail about the second step. */
export function createFactorNotices(needs: Needs): MailKinds {
  return Object.fromEntries(factorEvents.map(event => [kindOfFactorEvent(event), createNotice(needs, event)]))
}

const nothing = async () => {}

function createNotice(needs: Needs, event: FactorEvent): MailKind {
  return {
    compose: async ({ accountId, createdAt: eventAt }) => {
      if (accountId === null) throw new Error('A notice needs its account')
      const { id, username } = await getAccount(needs.db, accountId)
      const about = { accountId: id, event: 'second-step-changed', eventAt, changeId: null } as const
      const link = await makeObjection(needs, about)
      const mail = secondStepMail(event, { username, at: eventAt, link })
      return { kind: 'mail', mail, accepted: nothing, refused: nothing }
    },
    expired: nothing,
  }
}

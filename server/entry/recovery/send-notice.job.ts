import { getAccount } from '../../people/accounts/accounts.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Mail, MailKind, MailMessage } from '../../platform/mail/mail-kinds.ts'
import { makeObjection } from './make-objection.ts'
import { passwordChangedMail } from './password-changed.mail.ts'

const nothing = async () => {}

/** Tells the person that the password changed. Each copy gets its own objection link, created at delivery. */
export function createPasswordChangedNotice(needs: { db: Db; clock: Clock; publicUrl: string }): MailKind {
  const { db } = needs
  return {
    compose: async message => {
      const account = await getAccount(db, accountOf(message))
      const eventAt = message.createdAt
      const about = { accountId: account.id, event: 'password-changed', eventAt, changeId: null } as const
      const link = await makeObjection(needs, about)
      const mail = passwordChangedMail({ username: account.username, at: eventAt, link })
      return { kind: 'mail', mail, accepted: nothing, refused: nothing }
    },
    expired: nothing,
  }
}

/** Sends a notice without a link: what happened and when. */
export function createPlainNotice(
  { db }: { db: Db },
  toMail: (facts: { username: string; at: Date }) => Mail,
): MailKind {
  return {
    compose: async message => {
      const { username } = await getAccount(db, accountOf(message))
      const mail = toMail({ username, at: message.createdAt })
      return { kind: 'mail', mail, accepted: nothing, refused: nothing }
    },
    expired: nothing,
  }
}

function accountOf({ accountId }: MailMessage): string {
  if (accountId === null) throw new Error('A notice needs its account')
  return accountId
}

import { findAccountById } from '../../people/accounts/accounts.store.ts'
import { type AddressChange, findAddressChange } from '../../people/accounts/address-changes.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { ComposedMail, Mail, MailKind, MailMessage } from '../../platform/mail/mail-kinds.ts'
import { addressChangedMail, addressObjectionMail } from './address-changed.mail.ts'
import { makeObjection } from './make-objection.ts'

type Needs = { db: Db; clock: Clock; publicUrl: string }

/** Tells a previous address what changed. Each copy gets its own objection link, created at delivery. */
export function createAddressChangedNotice(needs: Needs): MailKind {
  return aboutChange(needs, async change => {
    const event = change.usernameBefore === change.usernameAfter ? 'email-changed' : 'username-changed'
    const { id: changeId, accountId, changedAt: eventAt } = change
    return addressChangedMail({ ...change, link: await makeObjection(needs, { accountId, event, eventAt, changeId }) })
  })
}

/** Sends a notice of a change, without a link. */
export function createChangeNotice(needs: { db: Db }, toMail: (change: AddressChange) => Mail): MailKind {
  return aboutChange(needs, async change => toMail(change))
}

/** Tells an administrator who made a change and that someone disputes it. */
export function createAddressObjectionAlert(needs: { db: Db }): MailKind {
  return aboutChange(needs, async (change, { createdAt: at }) =>
    addressObjectionMail({ ...change, at, changedByName: await nameOf(needs.db, change.changedBy) }),
  )
}

function aboutChange(
  { db }: { db: Db },
  toMail: (change: AddressChange, message: MailMessage) => Promise<Mail>,
): MailKind {
  const nothing = async () => {}
  return {
    compose: async (message): Promise<ComposedMail> => {
      const change = message.subjectId === null ? undefined : await findAddressChange(db, message.subjectId)
      if (!change) return { kind: 'cancel', why: 'the change is gone' }
      return { kind: 'mail', mail: await toMail(change, message), accepted: nothing, refused: nothing }
    },
    expired: nothing,
  }
}

async function nameOf(db: Db, accountId: string | null): Promise<string> {
  if (accountId === null) return 'an operator of the server'
  return (await findAccountById(db, accountId))?.username ?? 'a person who was deleted'
}

import { findMailAddress } from '../../people/accounts/account.ts'
import { getAccount } from '../../people/accounts/accounts.store.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Limiter } from '../../platform/limits/limiter.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { QueueMail } from '../../platform/mail/queue-mail.ts'
import { nameKey } from '../../platform/names/name-key.ts'
import { type AddressRefusal, readOptionalAddress } from '../../platform/names/read-mail-address.ts'
import { testMailKind } from './test.mail.ts'

type Needs = { db: Db; clock: Clock; limiter: Limiter; queueMail: QueueMail }
type Command = { to: string | null; authority: Extract<Authority, { actor: 'administrator' }> }
export type TestMailQueued =
  | { kind: 'queued'; id: string; recipient: string }
  /** The administrator named no address, and their username isn't one. */
  | { kind: 'no-own-address' }
  | { kind: 'too-many-tests' }
  | { kind: 'bad-address'; refusal: AddressRefusal }

/** Sends a test mail through the normal queue, to the administrator or to an external mailbox. */
export function createSendTestMail({ db, clock, limiter, queueMail }: Needs) {
  return async function sendTestMail({ to, authority }: Command): Promise<TestMailQueued> {
    const account = await getAccount(db, authority.actorAccountId)
    const own = findMailAddress(account)
    const read = readOptionalAddress(to)
    if (read.kind === 'bad-address') return read
    const recipient = read.address ?? own
    if (recipient === undefined) return { kind: 'no-own-address' }
    if ((await limiter.take('testMails', account.id)).kind === 'refused') return { kind: 'too-many-tests' }
    // A bounce from an external mailbox says nothing about the administrator.
    const isOwn = own !== undefined && nameKey(own) === nameKey(recipient)
    const at = clock.now()
    const deliverBy = new Date(at.getTime() + limits.mail.testSeconds * 1000)
    const id = await db.transaction().execute(async tx => {
      await recordEvent(tx, { at, action: 'test-mail-sent', ...authority, accountId: account.id })
      return queueMail(tx, {
        kind: testMailKind,
        accountId: isOwn ? account.id : null,
        subjectId: null,
        recipient,
        deliverBy,
      })
    })
    return { kind: 'queued', id, recipient }
  }
}

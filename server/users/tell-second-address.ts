import { listNoticeAddresses, type UserAccount } from '../accounts/account.ts'
import type { Tx } from '../database/tables.ts'
import { limits } from '../limits/limits.ts'
import type { QueueMail } from '../mail/queue-mail.ts'
import { secondAddressTakenKind } from '../recovery/address-changed.mail.ts'
import type { Authority } from '../roles/authority.ts'

type Telling = { account: UserAccount; by: Authority; at: Date; queueMail: QueueMail }

/**
 * Somebody else changed where notices about an account go: whoever got them before is told. It is no way in, but whoever
 * means ill would begin by silencing it.
 */
export async function tellSecondAddress(tx: Tx, { account, by, at, queueMail }: Telling): Promise<void> {
  if (by.actor === 'administrator' && by.actorAccountId === account.id) return
  const deliverBy = new Date(at.getTime() + limits.resets.objectionSeconds * 1000)
  for (const recipient of listNoticeAddresses(account)) {
    await queueMail(tx, { kind: secondAddressTakenKind, accountId: account.id, subjectId: null, recipient, deliverBy })
  }
}

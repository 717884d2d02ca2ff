import { secondAddressTakenKind } from '../../entry/recovery/address-changed.mail.ts'
import { listNoticeAddresses, type UserAccount } from '../../people/accounts/account.ts'
import type { Authority } from '../../people/roles/authority.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { QueueMail } from '../../platform/mail/queue-mail.ts'

type SecondAddressChange = { account: UserAccount; by: Authority; at: Date; queueMail: QueueMail }

/**
 * Tells the previous address that another person changed where notices about the account go. The address is no way in,
 * but an attacker would begin by silencing it.
 */
export async function tellSecondAddress(tx: Tx, { account, by, at, queueMail }: SecondAddressChange): Promise<void> {
  if (by.actor === 'administrator' && by.actorAccountId === account.id) return
  const deliverBy = new Date(at.getTime() + limits.resets.objectionSeconds * 1000)
  for (const recipient of listNoticeAddresses(account)) {
    await queueMail(tx, { kind: secondAddressTakenKind, accountId: account.id, subjectId: null, recipient, deliverBy })
  }
}

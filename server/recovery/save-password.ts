import type { AuditAction } from '../../shared/contract/audit-lists.ts'
import { type Account, listNoticeAddresses } from '../accounts/account.ts'
import { updatePassword } from '../accounts/accounts.store.ts'
import { clearFailures } from '../accounts/failures.store.ts'
import { hashUsername } from '../accounts/hash-username.ts'
import { recordEvent } from '../audit/audit.store.ts'
import type { Tx } from '../database/tables.ts'
import type { Caller } from '../http/caller.ts'
import { limits } from '../limits/limits.ts'
import type { QueueMail } from '../mail/queue-mail.ts'
import type { Secrets } from '../secrets.ts'
import { endEverySession } from '../sessions/end-every-session.ts'
import { passwordChangedKind } from './password-changed.mail.ts'
import { voidResetsOf } from './recovery.store.ts'

export type NewPassword = {
  account: Account
  passwordHash: string
  at: Date
  action: Extract<AuditAction, 'password-reset' | 'password-changed'>
  caller: Caller
  /** The session in which the person changed the password; all others end. */
  exceptSessionId?: string
}

export type SavePassword = (tx: Tx, change: NewPassword) => Promise<void>

/**
 * Saves a new password and all that follows from it, in the caller's transaction, which holds the account: other
 * sessions and resets end, what guessing had locked opens, and the notice goes out (ASVS 6.3.7, 7.4.3).
 */
export function createSavePassword({ secrets, queueMail }: { secrets: Secrets; queueMail: QueueMail }): SavePassword {
  return async (tx, { account, passwordHash, at, action, caller, exceptSessionId }) => {
    await updatePassword(tx, { id: account.id, passwordHash, at })
    await voidResetsOf(tx, { accountId: account.id, reason: 'password-changed', at })
    const except = exceptSessionId !== undefined && { exceptSessionId }
    await endEverySession(tx, { accountId: account.id, because: 'password-reset', ...except })
    await clearFailures(tx, hashUsername(secrets, account.usernameKey))
    await recordEvent(tx, {
      at,
      action,
      actor: 'self',
      actorAccountId: account.id,
      accountId: account.id,
      network: caller.network,
      device: caller.device,
    })
    const deliverBy = new Date(at.getTime() + limits.resets.objectionSeconds * 1000)
    for (const recipient of listNoticeAddresses(account)) {
      await queueMail(tx, { kind: passwordChangedKind, accountId: account.id, subjectId: null, recipient, deliverBy })
    }
  }
}

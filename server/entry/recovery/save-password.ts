import type { AuditAction } from '../../../shared/contract/audit-lists.ts'
import { type Account, listNoticeAddresses } from '../../people/accounts/account.ts'
import { updatePassword } from '../../people/accounts/accounts.store.ts'
import { clearFailures } from '../../people/guessing/failures.store.ts'
import { hashUsername } from '../../people/guessing/hash-username.ts'
import { endEverySession } from '../../people/sessions/end-every-session.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Tx } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { QueueMail } from '../../platform/mail/queue-mail.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
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
 * Saves a new password and applies its consequences, in the caller's transaction, which must have locked the account:
 * other sessions and resets end, a lockout by guessing ends, and the notice is sent (ASVS 6.3.7, 7.4.3).
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

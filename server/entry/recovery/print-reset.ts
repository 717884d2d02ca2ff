import { randomUUID } from 'node:crypto'
import { dayMs, minuteMs } from '../../../shared/time.ts'
import { type ClosedBecause, listNoticeAddresses, whyClosed } from '../../people/accounts/account.ts'
import { lockAccount } from '../../people/accounts/accounts.store.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { QueueMail } from '../../platform/mail/queue-mail.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { insertPair, markRequestSent, requestRow, startPairLife } from './recovery.store.ts'
import { resetPrintedKind } from './reset-printed.mail.ts'
import { makePair } from './reset-secrets.ts'

export type ResetPrinted =
  | { kind: 'printed'; link: string; code: string; minutes: number }
  | { kind: 'closed'; why: ClosedBecause }

type Needs = {
  db: Db
  clock: Clock
  secrets: Secrets
  queueMail: QueueMail
  publicUrl: string
  resetCodeMinutes: number
}

/**
 * Prints a link and a code at the terminal: the only reset without email, for when the last administrator's mailbox is
 * gone. The audit log records it, and the account's address is notified.
 */
export function createPrintReset(needs: Needs) {
  const { db, clock, secrets, queueMail, publicUrl, resetCodeMinutes } = needs
  return async function printReset(accountId: string): Promise<ResetPrinted> {
    return db.transaction().execute(async tx => {
      const account = await lockAccount(tx, accountId)
      const why = whyClosed(account)
      if (why) return { kind: 'closed' as const, why }
      const at = clock.now()
      const expiresAt = new Date(at.getTime() + resetCodeMinutes * minuteMs)
      const requestId = randomUUID()
      const request = {
        id: requestId,
        accountId,
        askedBy: 'command-line' as const,
        askedByAccountId: null,
        askedAt: at,
        purpose: 'reset' as const,
        network: '',
        knownDeviceHash: null,
        byNewestLink: false,
        deliverBy: at,
      }
      await requestRow(tx, request).execute()
      const { handle, code, hashes } = makePair(secrets)
      await insertPair(tx, { ...hashes, requestId, accountId, madeAt: at, expiresAt })
      await startPairLife(tx, { handleHash: hashes.handleHash, at, expiresAt })
      await markRequestSent(tx, requestId, at)
      await recordEvent(tx, { at, action: 'reset-printed', actor: 'command-line', accountId })
      const deliverBy = new Date(at.getTime() + dayMs)
      for (const recipient of listNoticeAddresses(account)) {
        await queueMail(tx, { kind: resetPrintedKind, accountId, subjectId: null, recipient, deliverBy })
      }
      return { kind: 'printed' as const, link: `${publicUrl}/reset/${handle}`, code, minutes: resetCodeMinutes }
    })
  }
}

import { type Account, listNoticeAddresses } from '../../people/accounts/account.ts'
import { lockAccount } from '../../people/accounts/accounts.store.ts'
import type { SessionToStart, StartSession } from '../../people/sessions/start-session.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Queryable, Tx } from '../../platform/database/tables.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { QueueMail } from '../../platform/mail/queue-mail.ts'
import { hashToken } from '../../platform/token.ts'
import { newSignInKind } from './new-sign-in.mail.ts'
import { countNotices, findLastSignIn, isNewAfterFailures } from './new-sign-in.query.ts'

type Needs = { db: Db; clock: Clock; queueMail: QueueMail; startSession: StartSession }

/**
 * Starts a session, and tells the person of it if the browser is new and attempts have failed before (ASVS 6.3.5). The
 * session and its notice are one transaction: a thief can't have one without the other.
 */
export function createStartNoticedSession(needs: Needs): StartSession {
  const { db, startSession } = needs
  return async function startNoticedSession(session, within) {
    const since = new Date(needs.clock.now().getTime() - limits.signInFailures.windowSeconds * 1000)
    if (!(await isSuspect(needs, session, { db: within ?? db, since }))) return startSession(session, within)
    const startAndTell = async (tx: Tx) => {
      const account = await lockAccount(tx, session.accountId)
      const begun = await startSession(session, tx)
      await tell(tx, needs, account)
      return begun
    }
    return within === undefined ? db.transaction().execute(startAndTell) : startAndTell(within as Tx)
  }
}

async function isSuspect(
  { clock }: Needs,
  { accountId, deviceToken }: SessionToStart,
  { db, since }: { db: Queryable; since: Date },
): Promise<boolean> {
  const deviceHash = deviceToken === undefined ? undefined : hashToken(deviceToken)
  return isNewAfterFailures(db, { accountId, deviceHash, now: clock.now(), since })
}

/** The daily limit keeps the mailbox readable while someone guesses. The lock of the account makes the count exact. */
async function tell(tx: Tx, { clock, queueMail }: Needs, account: Account): Promise<void> {
  const accountId = account.id
  const now = clock.now().getTime()
  const { points, windowSeconds } = limits.newSignInNotices
  const recent = { accountId, kind: newSignInKind, since: new Date(now - windowSeconds * 1000) }
  if ((await countNotices(tx, recent)) >= points) return
  const subjectId = await findLastSignIn(tx, accountId)
  if (subjectId === undefined) throw new Error('The sign-in left no event')
  const deliverBy = new Date(now + limits.resets.objectionSeconds * 1000)
  for (const recipient of listNoticeAddresses(account)) {
    await queueMail(tx, { kind: newSignInKind, accountId, subjectId, recipient, deliverBy })
  }
}

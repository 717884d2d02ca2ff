import { lockAccount } from '../../people/accounts/accounts.store.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import { tryLock } from '../../platform/database/try-lock.ts'
import { countWaitingMails } from '../../platform/mail/waiting-mails.query.ts'
import type { DecideReset, ResetAsked } from './request-reset.ts'

const mostInOnePart = 50
/** No invitations go out while this many mails are queued: a password reset must not wait behind ten thousand of them. */
const mostWaitingMails = 100

export type QueuedInvitation = {
  accountId: string
  /** The administrator who requested it. */
  by: { accountId: string; network: string; device: string }
}

/** Invitations that wait in a table: those of an import, or those of contacts that were chosen together. */
export type InvitationQueue<Row extends QueuedInvitation, Refusal> = {
  list: (db: Db, most: number) => Promise<readonly Row[]>
  /** Checks again what may have changed since the request. The account is locked. Undefined if the invitation may go. */
  findRefusal: (tx: Tx, row: Row) => Promise<Refusal | undefined>
  settle: (tx: Tx, row: Row, outcome: ResetAsked | Refusal) => Promise<void>
}

type Needs = { db: Db; decideReset: DecideReset }

/**
 * Invites a few people of a queue, under the rules and caps of a single invitation. The request and its outcome are one
 * transaction, so a server that is killed neither forgets a person nor invites one twice.
 */
export function createInviteInParts({ db, decideReset }: Needs) {
  return async function inviteInParts<Row extends QueuedInvitation, Refusal>(
    queue: InvitationQueue<Row, Refusal>,
  ): Promise<void> {
    const inviteOne = (row: Row) =>
      db.transaction().execute(async tx => {
        await lockAccount(tx, row.accountId)
        const refusal = await queue.findRefusal(tx, row)
        const asker = { askedBy: 'administrator', ...row.by } as const
        const { accountId } = row
        await queue.settle(tx, row, refusal ?? (await decideReset(tx, { accountId, purpose: 'invitation', asker })))
      })
    if ((await queue.list(db, 1)).length === 0) return
    await db.transaction().execute(async tx => {
      // One server works on one queue at a time, so the waiting emails are counted for all of them.
      if (!(await tryLock(tx, 'invitations in parts'))) return
      if ((await countWaitingMails(db, mostWaitingMails)) >= mostWaitingMails) return
      for (const row of await queue.list(db, mostInOnePart)) await inviteOne(row)
    })
  }
}

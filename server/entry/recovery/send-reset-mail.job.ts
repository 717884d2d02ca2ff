import { whyClosed } from '../../people/accounts/account.ts'
import { lockAccount } from '../../people/accounts/accounts.store.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import type { ComposedMail, MailKind, MailMessage } from '../../platform/mail/mail-kinds.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { invitationMail } from './invitation.mail.ts'
import {
  findRequest,
  insertPair,
  markRequestNotDelivered,
  markRequestSent,
  type ResetRequest,
  startPairLife,
  voidUnacceptedPairs,
} from './recovery.store.ts'
import { cannotSignInMail, resetMail } from './reset.mail.ts'
import { lifeSecondsOf } from './reset-life.ts'
import { makePair } from './reset-secrets.ts'

type Needs = { relaxedDb: Db; clock: Clock; secrets: Secrets; publicUrl: string; resetCodeMinutes: number }

/**
 * Creates link and code at delivery, so that no queue, log or backup ever contains them. Each attempt makes a new pair
 * and voids the previous one, which the mail server has not acknowledged.
 */
export function createResetMail({ relaxedDb, clock, secrets, publicUrl, resetCodeMinutes }: Needs): MailKind {
  /** Under the account's lock: a password change either voids this pair, or has already ended the request. */
  async function prepare(tx: Tx, requestId: string, accountId: string): Promise<ComposedMail> {
    const account = await lockAccount(tx, accountId)
    const request = await findRequest(tx, requestId)
    if (request?.state !== 'waiting') return { kind: 'cancel', why: `the request is ${request?.state ?? 'gone'}` }
    const why = whyClosed(account)
    if (why) {
      return {
        kind: 'mail',
        mail: cannotSignInMail({ username: account.username, why }),
        accepted: (tx, at) => recordSent(tx, request, at),
        refused: async () => {},
      }
    }
    const at = clock.now()
    const lifeSeconds = lifeSecondsOf(request, resetCodeMinutes)
    const lifeFrom = (start: Date) => new Date(start.getTime() + lifeSeconds * 1000)
    const { handle, code, hashes } = makePair(secrets)
    await insertPair(tx, {
      ...hashes,
      requestId: request.id,
      accountId: account.id,
      madeAt: at,
      expiresAt: lifeFrom(at),
    })
    const isInvitation = request.purpose === 'invitation'
    const link = `${publicUrl}/${isInvitation ? 'invite' : 'reset'}/${handle}`
    const facts = { username: account.username, link, code, lifeSeconds }
    return {
      kind: 'mail',
      mail: isInvitation ? invitationMail(facts) : resetMail({ ...facts, askedBy: request.askedBy }),
      accepted: async (tx, at) => {
        await startPairLife(tx, { handleHash: hashes.handleHash, at, expiresAt: lifeFrom(at) })
        await recordSent(tx, request, at)
      },
      refused: (tx, at) => voidUnacceptedPairs(tx, request.id, at),
    }
  }

  return {
    compose: async message => {
      const { requestId, accountId } = subjectOf(message)
      // The commit doesn't wait for the disk: the later record of the delivery does, and only that makes the pair
      // valid.
      return relaxedDb.transaction().execute(tx => prepare(tx, requestId, accountId))
    },
    expired: async (tx, message) => {
      const { requestId, accountId } = subjectOf(message)
      const at = clock.now()
      if (!(await markRequestNotDelivered(tx, requestId, at))) return
      await recordEvent(tx, { at, action: 'reset-not-delivered', actor: 'system', accountId })
    },
  }
}

async function recordSent(tx: Tx, { id, accountId, purpose }: ResetRequest, at: Date): Promise<void> {
  await markRequestSent(tx, id, at)
  const action = purpose === 'invitation' ? 'invitation-sent' : 'reset-mail-sent'
  await recordEvent(tx, { at, action, actor: 'system', accountId })
}

function subjectOf({ subjectId, accountId }: MailMessage): { requestId: string; accountId: string } {
  if (subjectId === null || accountId === null) throw new Error('A reset mail needs its request and its account')
  return { requestId: subjectId, accountId }
}

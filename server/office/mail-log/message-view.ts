import type { MailMessage } from '../../../shared/contract/mail.ts'
import type { MailRemedy, MailState } from '../../../shared/contract/mail-lists.ts'
import { invitationMailKind } from '../../entry/recovery/invitation.mail.ts'
import { resetMailKind } from '../../entry/recovery/reset.mail.ts'
import type { MessageRow } from './mail-log.query.ts'

/** A failed mail ends its request, so a mail with a link and a code needs a new request and new checks. */
const askedAnew: readonly string[] = [resetMailKind, invitationMailKind]

/** The remedy for a mail that was not delivered. */
export function remedyOf({ state, kind }: { state: MailState; kind: string }): MailRemedy | null {
  if (state !== 'failed' && state !== 'bounced') return null
  return askedAnew.includes(kind) ? 'ask-anew' : 'retry'
}

type Owner = Pick<MessageRow, 'account_id' | 'username' | 'account_kind' | 'retailer_id'>

export function accountOf({ account_id, username, account_kind, retailer_id }: Owner): MailMessage['about'] {
  if (account_id === null || username === null || account_kind === null) return null
  return { id: account_id, username, kind: account_kind, retailerId: retailer_id }
}

export function toMessage(row: MessageRow): MailMessage {
  return {
    id: row.id,
    to: row.recipient,
    kind: row.kind,
    state: row.state,
    attempts: row.attempts,
    lastAnswer: row.last_answer,
    createdAt: row.created_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    bouncedAt: row.bounced_at?.toISOString() ?? null,
    about: accountOf(row),
    remedy: remedyOf(row),
  }
}

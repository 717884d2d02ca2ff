import { recordEvent } from '../audit/audit.store.ts'
import type { Tx } from '../database/tables.ts'
import { nameKey } from '../names/name-key.ts'
import { recordFailing } from './failing-addresses.store.ts'
import { harmlessAnswer } from './harmless-answer.ts'
import { markBounced } from './mail.store.ts'

export type Bounce = {
  message: { id: string; accountId: string | null; recipient: string; sentAt: Date | null }
  at: Date
  answer: string
  /** False if a policy or the mail itself was refused, which says nothing about the recipient. */
  isAboutAddress: boolean
  /** The status of the message before the bounce. A message bounces once. */
  was: 'waiting' | 'sent'
}

/**
 * Records that a mail bounced: the message ends, and the owner of the address is "mail failing". Returns false if the
 * bounce was already recorded.
 */
export async function recordBounce(tx: Tx, { message, at, answer, isAboutAddress, was }: Bounce): Promise<boolean> {
  const { id, accountId, recipient, sentAt } = message
  if (!(await markBounced(tx, { id, at, answer, was }))) return false
  if (accountId === null) return true
  await recordEvent(tx, { at, action: 'mail-bounced', actor: 'system', accountId })
  if (isAboutAddress) await recordFailing(tx, { address: nameKey(recipient), why: harmlessAnswer(answer), at, sentAt })
  return true
}

import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { lockRound, startRound } from './invitation-rounds.store.ts'

export type InvitationsSent =
  | { kind: 'sending'; count: number }
  /** Pressed twice: nothing more is sent. */
  | { kind: 'sent-before' }
  | { kind: 'no-such-round' }

type Command = { id: string; authority: Extract<Authority, { actor: 'administrator' }> }

/** Queues the invitations of a prepared round. The worker sends them a few at a time. */
export function createSendInvitations({ db, clock }: { db: Db; clock: Clock }) {
  return async function sendInvitations({ id, authority }: Command): Promise<InvitationsSent> {
    return db.transaction().execute(async tx => {
      const round = await lockRound(tx, id)
      if (!round) return { kind: 'no-such-round' as const }
      if (round.state !== 'draft') return { kind: 'sent-before' as const }
      const at = clock.now()
      const count = await startRound(tx, { id, authority, at })
      await recordEvent(tx, { at, action: 'invitations-started', ...authority, details: { count } })
      return { kind: 'sending' as const, count }
    })
  }
}

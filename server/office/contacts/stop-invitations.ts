import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { lockRound, stopRound } from './invitation-rounds.store.ts'

export type InvitationsStopped = { kind: 'stopped'; count: number } | { kind: 'no-such-round' }

type Command = { id: string; authority: Authority }

/** Stops a round that is being sent. Emails that were queued before still go out. */
export function createStopInvitations({ db, clock }: { db: Db; clock: Clock }) {
  return async function stopInvitations({ id, authority }: Command): Promise<InvitationsStopped> {
    return db.transaction().execute(async tx => {
      const round = await lockRound(tx, id)
      if (!round) return { kind: 'no-such-round' as const }
      if (round.state !== 'sending') return { kind: 'stopped' as const, count: 0 }
      const count = await stopRound(tx, id)
      await recordEvent(tx, { at: clock.now(), action: 'invitations-stopped', ...authority, details: { count } })
      return { kind: 'stopped' as const, count }
    })
  }
}

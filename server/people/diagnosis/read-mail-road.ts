import type { MailRoad } from '../../../shared/contract/diagnosis.ts'
import type { Db } from '../../platform/database/tables.ts'
import { limits } from '../../platform/limits/limits.ts'
import { findLatestEvent, listMailRoadsOf, type MailRoadRow } from './diagnosis.query.ts'

type MailRoadQuery = { accountId: string; now: Date }

/** What became of the latest password email; null if none was requested. */
export async function readMailRoad(db: Db, { accountId, now }: MailRoadQuery): Promise<MailRoad | null> {
  const [[row], refused] = await Promise.all([
    listMailRoadsOf(db, { accountId, most: 1 }),
    findLatestEvent(db, { accountId, actions: ['reset-refused'] }),
  ])
  if (refused && (!row || refused.at > row.asked_at)) {
    return { purpose: 'reset', state: 'refused', at: refused.at.toISOString(), until: null, answer: null }
  }
  return row ? toMailRoad(row, now) : null
}

function toMailRoad(row: MailRoadRow, now: Date): MailRoad {
  const state = stateOf(row, now)
  const until = { waiting: row.deliver_by, open: row.expires_at, expired: row.expires_at }[state as string] ?? null
  return {
    purpose: row.purpose,
    state,
    at: row.asked_at.toISOString(),
    until: until?.toISOString() ?? null,
    answer: row.last_answer,
  }
}

/** Checks in the same order as the link's own page (recovery/read-link.ts). */
export function stateOf(row: MailRoadRow, now: Date): MailRoad['state'] {
  if (row.state !== 'sent') return row.state
  // An email without a link and code only explained why no reset is possible.
  if (row.expires_at === null) return 'told-why'
  if (row.used_at) return 'used'
  if (row.voided_at) return 'voided'
  if ((row.tries ?? 0) >= limits.triesPerCode.points) return 'exhausted'
  return row.expires_at <= now ? 'expired' : 'open'
}

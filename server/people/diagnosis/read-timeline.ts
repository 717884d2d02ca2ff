import type { TimelineEntry } from '../../../shared/contract/diagnosis.ts'
import type { Db } from '../../platform/database/tables.ts'
import { listEventsOf, listMailRoadsOf, listMailsOf, longestTimeline, type MailRoadRow } from './diagnosis.query.ts'
import { stateOf } from './read-mail-road.ts'

type TimelineQuery = { accountId: string; now: Date }
type Entry = Omit<TimelineEntry, 'at'> & { at: Date }

/**
 * Lists what happened around an account, newest first: events, emails, and resets that expired or ended without an
 * event of their own.
 */
export async function readTimeline(db: Db, { accountId, now }: TimelineQuery): Promise<TimelineEntry[]> {
  const [events, mails, roads] = await Promise.all([
    listEventsOf(db, accountId),
    listMailsOf(db, accountId),
    listMailRoadsOf(db, { accountId, most: longestTimeline }),
  ])
  const entries: Entry[] = [
    ...events.map(({ at, action, actor, actor_account_id, by, network, device, details }) => ({
      at,
      what: action,
      by: actor_account_id === accountId ? null : (by ?? (isPerson(actor) ? null : actor)),
      network,
      device,
      details: plainOnly(details),
      mail: null,
    })),
    ...mails.map(({ created_at, kind, state, attempts, last_answer }) => ({
      ...nothingMore,
      at: created_at,
      what: kind,
      mail: { state, attempts, lastAnswer: last_answer },
    })),
    ...roads.flatMap(row => endOf(row, now)),
  ]
  return entries
    .sort((one, other) => other.at.getTime() - one.at.getTime())
    .slice(0, longestTimeline)
    .map(entry => ({ ...entry, at: entry.at.toISOString() }))
}

const nothingMore = { by: null, network: null, device: null, details: {}, mail: null }

/** Typing a username proves nothing, so the timeline names no actor for it. */
const isPerson = (actor: string) => actor === 'self' || actor === 'nobody'

function endOf(row: MailRoadRow, now: Date): Entry[] {
  const details = { purpose: row.purpose }
  switch (stateOf(row, now)) {
    case 'expired':
      return row.expires_at ? [{ ...nothingMore, at: row.expires_at, what: 'reset-expired', details }] : []
    case 'voided': {
      const at = row.voided_at ?? row.ended_at
      const because = row.void_reason ?? 'deactivated'
      return at ? [{ ...nothingMore, at, what: 'reset-voided', details: { ...details, because } }] : []
    }
    default:
      return []
  }
}

function plainOnly(details: Record<string, unknown>): TimelineEntry['details'] {
  const isPlain = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value)
  return Object.fromEntries(Object.entries(details).filter(([, value]) => isPlain(value))) as TimelineEntry['details']
}

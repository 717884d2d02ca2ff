import type { LeftOutReason } from '../../../shared/contract/contact-lists.ts'
import type {
  InvitationPeople,
  InvitationPeopleQuery,
  InvitationRound,
  InvitationRounds,
  InvitationRoundsQuery,
} from '../../../shared/contract/invitation-rounds.ts'
import { fullNameOf } from '../../../shared/names/full-name.ts'
import { cutPage } from '../../platform/database/pages.ts'
import type { Db } from '../../platform/database/tables.ts'
import { countPeople, findRound, newestRounds, peopleOfRound } from './invitation-rounds.query.ts'

/** The state of a round, from its preview to its result. Undefined for an unknown id. */
export function createReadInvitations({ db }: { db: Db }) {
  return async function readInvitations(id: string): Promise<InvitationRound | undefined> {
    const [round, counts] = await Promise.all([findRound(db, id), countPeople(db, id)])
    if (!round) return undefined
    const count = (outcome: string) => counts.find(row => row.outcome === outcome)?.count ?? 0
    return {
      id,
      state: round.state,
      notWithinDays: round.not_within_days,
      by: round.by,
      createdAt: round.created_at.toISOString(),
      startedAt: round.started_at?.toISOString() ?? null,
      ready: count('ready'),
      waiting: count('waiting'),
      asked: count('asked'),
      accepted: counts.find(row => row.outcome === 'asked')?.accepted ?? 0,
      leftOut: counts
        .filter(row => row.outcome === 'left-out')
        .map(row => ({ reason: row.reason as LeftOutReason, count: row.count })),
    }
  }
}

/** One page of the people of a round, each with the outcome. */
export function createListInvitationPeople({ db }: { db: Db }) {
  return async function listInvitationPeople(
    query: InvitationPeopleQuery & { roundId: string },
  ): Promise<InvitationPeople> {
    const { rows, hasMore } = cutPage(await peopleOfRound(db, query).execute(), query.size)
    const people = rows.map(row => ({
      id: row.id,
      fullName: fullNameOf({ givenName: row.given_name, familyName: row.family_name }),
      username: row.username,
      email: row.email,
      retailerId: row.retailer_id,
      retailerName: row.retailer_name,
      outcome: row.outcome,
      reason: row.reason as LeftOutReason | null,
      mail: row.mail,
      hasAccepted: row.has_accepted,
    }))
    return { people, hasMore }
  }
}

/** The newest rounds, a page at a time. */
export function createListInvitationRounds({ db }: { db: Db }) {
  return async function listInvitationRounds(query: InvitationRoundsQuery): Promise<InvitationRounds> {
    const { rows, hasMore } = cutPage(await newestRounds(db, query).execute(), query.size)
    const rounds = rows.map(({ id, state, by, created_at, people, asked }) => ({
      id,
      state,
      by,
      createdAt: created_at.toISOString(),
      people: Number(people),
      asked: Number(asked),
    }))
    return { rounds, hasMore }
  }
}

import type { Expression } from 'kysely'
import type { LeftOutReason } from '../../../shared/contract/contact-lists.ts'
import type { Authority } from '../../people/roles/authority.ts'
import type { InvitationRoundsTable } from '../../platform/database/account-tables.ts'
import type { Db, Queryable, Tx } from '../../platform/database/tables.ts'

type NewRound = {
  id: string
  notWithinDays: number
  authority: Extract<Authority, { actor: 'administrator' }>
  at: Date
}

/** False if a round with this id exists: the request was sent twice. */
export async function insertRound(tx: Tx, { id, notWithinDays, authority, at }: NewRound): Promise<boolean> {
  const row = await tx
    .insertInto('invitation_rounds')
    .values({
      id,
      state: 'draft',
      not_within_days: notWithinDays,
      ordered_by: authority.actorAccountId,
      network: authority.network,
      device: authority.device,
      created_at: at,
      started_at: null,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Adds the contacts that the query finds, each as ready or left out. */
export async function insertPeople(tx: Tx, people: Expression<object>): Promise<void> {
  await tx
    .insertInto('invitation_people')
    .columns(['round_id', 'account_id', 'name_key', 'outcome', 'reason'])
    .expression(people)
    .execute()
}

export type Round = { state: InvitationRoundsTable['state']; orderedBy: string }

/** Locks the round until the transaction ends. */
export async function lockRound(tx: Tx, id: string): Promise<Round | undefined> {
  const row = await tx
    .selectFrom('invitation_rounds')
    .select(['state', 'ordered_by'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && { state: row.state, orderedBy: row.ordered_by }
}

/** Queues everyone who is ready, in the name of this administrator. Returns how many. */
export async function startRound(tx: Tx, { id, authority, at }: Omit<NewRound, 'notWithinDays'>): Promise<number> {
  const { actorAccountId, network, device } = authority
  await tx
    .updateTable('invitation_rounds')
    .set({ state: 'sending', started_at: at, ordered_by: actorAccountId, network, device })
    .where('id', '=', id)
    .execute()
  const { numUpdatedRows } = await tx
    .updateTable('invitation_people')
    .set({ outcome: 'waiting' })
    .where('round_id', '=', id)
    .where('outcome', '=', 'ready')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Leaves out everyone whose turn has not come. Returns how many. */
export async function stopRound(tx: Tx, id: string): Promise<number> {
  await tx.updateTable('invitation_rounds').set({ state: 'done' }).where('id', '=', id).execute()
  const { numUpdatedRows } = await tx
    .updateTable('invitation_people')
    .set({ outcome: 'left-out', reason: 'stopped' })
    .where('round_id', '=', id)
    .where('outcome', '=', 'waiting')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export async function listWaitingPeople(db: Db, most: number) {
  const rows = await db
    .selectFrom('invitation_people as p')
    .innerJoin('invitation_rounds as i', 'i.id', 'p.round_id')
    .select(['p.round_id', 'p.account_id', 'i.ordered_by', 'i.network', 'i.device', 'i.not_within_days'])
    .where('p.outcome', '=', 'waiting')
    .where('i.state', '=', 'sending')
    .orderBy('p.round_id')
    .orderBy('p.account_id')
    .limit(most)
    .execute()
  return rows.map(({ round_id: roundId, account_id: accountId, not_within_days: notWithinDays, ...row }) => ({
    roundId,
    accountId,
    notWithinDays,
    by: { accountId: row.ordered_by, network: row.network, device: row.device },
  }))
}

/** False if the person was settled before, because the round was stopped. */
export async function holdPerson(tx: Tx, { roundId, accountId }: { roundId: string; accountId: string }) {
  const row = await tx
    .selectFrom('invitation_people')
    .select('outcome')
    .where('round_id', '=', roundId)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  return row?.outcome === 'waiting'
}

type SettledPerson = { roundId: string; accountId: string; reason: LeftOutReason | undefined }

export async function settlePerson(tx: Tx, { roundId, accountId, reason }: SettledPerson): Promise<void> {
  await tx
    .updateTable('invitation_people')
    .set(reason === undefined ? { outcome: 'asked' } : { outcome: 'left-out', reason })
    .where('round_id', '=', roundId)
    .where('account_id', '=', accountId)
    .execute()
}

/** Ends the rounds in which no one waits any more. */
export async function endFinishedRounds(db: Queryable): Promise<void> {
  await db
    .updateTable('invitation_rounds as i')
    .set({ state: 'done' })
    .where('i.state', '=', 'sending')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('invitation_people as p')
            .select('p.account_id')
            .whereRef('p.round_id', '=', 'i.id')
            .where('p.outcome', '=', 'waiting'),
        ),
      ),
    )
    .execute()
}

/** Deletes old rounds, and drafts that were never sent. */
export async function deleteRoundsBefore(db: Queryable, { before, drafts }: { before: Date; drafts: Date }) {
  await db
    .deleteFrom('invitation_rounds')
    .where('state', '!=', 'sending')
    .where(eb =>
      eb.or([eb('created_at', '<', before), eb.and([eb('state', '=', 'draft'), eb('created_at', '<', drafts)])]),
    )
    .execute()
}

import { sql } from 'kysely'
import type { Db, Queryable, Tx } from '../database/tables.ts'
import type { SealedRow } from './seal-of.ts'

export type Seal = { place: number; seal: Buffer }

/** Any number that no other advisory lock uses. */
const lockNumber = 7_316_014

const rowOfEvent = sql`e.id, (extract(epoch from e.at) * 1000000)::bigint::text as "atMicroseconds", e.action, e.actor,
  e.actor_account_id as "actorAccountId", e.account_id as "accountId", e.network, e.device, e.details::text as details`

export async function hasUnsealed(db: Queryable): Promise<boolean> {
  return (await db.selectFrom('audit_unsealed').select('event_id').limit(1).executeTakeFirst()) !== undefined
}

/** Locks the chain until the transaction ends. Returns false if another worker holds it. */
export async function lockChain(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ isOurs: boolean }>`select pg_try_advisory_xact_lock(${lockNumber}) as "isOurs"`.execute(
    tx,
  )
  return rows[0]?.isOurs === true
}

export async function findHead(db: Queryable): Promise<Seal | undefined> {
  const row = await db
    .selectFrom('audit_seals')
    .select(['place', 'seal'])
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { place: Number(row.place), seal: row.seal }
}

export async function findSeal(db: Queryable, place: number): Promise<Buffer | undefined> {
  const row = await db.selectFrom('audit_seals').select('seal').where('place', '=', String(place)).executeTakeFirst()
  return row?.seal
}

/**
 * Takes the oldest unsealed rows by their physical place, because the planner would rather read all of them. A queued
 * row whose event is gone stays: the check reports it.
 */
export async function takeUnsealed(tx: Tx, most: number): Promise<SealedRow[]> {
  const { rows } = await sql<SealedRow>`
    with taken as (
      delete from audit_unsealed where ctid = any(array(
        select u.ctid from audit_unsealed u join audit_events e on e.id = u.event_id
        order by u.at, u.event_id limit ${most}))
      returning at, event_id)
    select ${rowOfEvent} from taken t join audit_events e on e.id = t.event_id order by t.at, t.event_id`.execute(tx)
  return rows
}

export type NewSeal = Seal & { eventId: string; keyId: string; sealedAt: Date }

export async function insertSeals(tx: Tx, seals: readonly NewSeal[]): Promise<void> {
  await sql`insert into audit_seals (place, event_id, key_id, seal, sealed_at)
    select * from unnest(${seals.map(one => one.place)}::bigint[], ${seals.map(one => one.eventId)}::uuid[],
      ${seals.map(one => one.keyId)}::text[], ${seals.map(one => one.seal)}::bytea[],
      ${seals.map(one => one.sealedAt)}::timestamptz[])`.execute(tx)
}

/** A seal with its row, whose fields are null where the row is gone. */
export type ChainLink = { place: string; eventId: string; keyId: string; seal: Buffer; sealedAtMs: string | null } & {
  [Field in keyof SealedRow]: SealedRow[Field] | null
}

export async function listChain(
  db: Queryable,
  { after, upTo, most }: { after: number; upTo: number; most: number },
): Promise<ChainLink[]> {
  const { rows } = await sql<ChainLink>`
    select s.place, s.event_id as "eventId", s.key_id as "keyId", s.seal,
      (extract(epoch from s.sealed_at) * 1000)::bigint::text as "sealedAtMs", ${rowOfEvent}
    from audit_seals s left join audit_events e on e.id = s.event_id
    where s.place > ${after} and s.place <= ${upTo} order by s.place limit ${most}`.execute(db)
  return rows
}

export type Stray = { eventId: string; at: Date }

/** Rows that are neither sealed nor queued: they were inserted, or lost their seal, with the trigger off. */
export async function listUnaccounted(db: Queryable, most: number): Promise<Stray[]> {
  const { rows } = await sql<Stray>`select e.id as "eventId", e.at from audit_events e
    where not exists (select from audit_seals s where s.event_id = e.id)
      and not exists (select from audit_unsealed u where u.event_id = e.id and u.at = e.at)
    order by e.at, e.id limit ${most}`.execute(db)
  return rows
}

/** Rows that were queued for a seal and no longer exist. */
export async function listVanished(db: Queryable, most: number): Promise<Stray[]> {
  const { rows } = await sql<Stray>`select u.event_id as "eventId", u.at from audit_unsealed u
    where not exists (select from audit_events e where e.id = u.event_id)
    order by u.at, u.event_id limit ${most}`.execute(db)
  return rows
}

export async function countUnsealed(db: Queryable): Promise<number> {
  const { count } = await db
    .selectFrom('audit_unsealed')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export type Check = { at: Date; sealed: string; findings: string; acknowledged: string; keyId: string; mac: Buffer }

export async function saveCheck(db: Db, { at, sealed, findings, acknowledged, keyId, mac }: Check): Promise<void> {
  const values = { at, sealed, findings, acknowledged, key_id: keyId, mac }
  await db
    .insertInto('audit_checks')
    .values(values)
    .onConflict(conflict => conflict.column('only_row').doUpdateSet(values))
    .execute()
}

export async function findCheck(db: Queryable): Promise<Check | undefined> {
  const row = await db.selectFrom('audit_checks').selectAll().executeTakeFirst()
  if (!row) return undefined
  const { at, sealed, findings, acknowledged, key_id: keyId, mac } = row
  return { at, sealed, findings, acknowledged, keyId, mac }
}

/** The details of every row that acknowledges findings, forged ones included. */
export async function listAcknowledgements(db: Queryable): Promise<Record<string, unknown>[]> {
  const rows = await db
    .selectFrom('audit_events')
    .select('details')
    .where('action', '=', 'audit-acknowledged')
    .execute()
  return rows.map(({ details }) => details)
}

import type { QueryCreator } from 'kysely'
import type { Database, Queryable, Tx } from '../../platform/database/tables.ts'

export type Session = {
  id: string
  accountId: string
  createdAt: Date
  authenticatedAt: Date
  lastSeenAt: Date
  network: string
  device: string
  /** What opened it, in the words of RFC 8176: `pwd`, `otp`, `mfa` … */
  methods: string[]
}

export type NewSession = {
  accountId: string
  tokenHash: Buffer
  at: Date
  authenticatedAt: Date
  expiresAt: Date
  network: string
  device: string
  methods: readonly string[]
}

export function sessionRow(db: QueryCreator<Database>, session: NewSession) {
  return db.insertInto('sessions').values({
    account_id: session.accountId,
    token_hash: session.tokenHash,
    created_at: session.at,
    authenticated_at: session.authenticatedAt,
    last_seen_at: session.at,
    expires_at: session.expiresAt,
    network: session.network,
    device: session.device,
    methods: [...session.methods],
  })
}

/** When the account last signed in. This row outlives known devices and audit events. */
export function lastSignInRow(db: QueryCreator<Database>, { accountId, at }: { accountId: string; at: Date }) {
  return db
    .insertInto('last_sign_ins')
    .values({ account_id: accountId, at })
    .onConflict(conflict => conflict.column('account_id').doUpdateSet({ at }))
}

const columns = [
  'id',
  'account_id',
  'created_at',
  'authenticated_at',
  'last_seen_at',
  'network',
  'device',
  'methods',
] as const

/** A live session: neither idle for too long nor past its absolute end. */
export async function findLiveSession(
  db: Queryable,
  { tokenHash, now, seenAfter }: { tokenHash: Buffer; now: Date; seenAfter: Date },
): Promise<Session | undefined> {
  const row = await db
    .selectFrom('sessions')
    .select(columns)
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', seenAfter)
    .executeTakeFirst()
  return row && toSession(row)
}

/** The live sessions of an account, most recently used first. */
export async function listLiveSessions(
  db: Queryable,
  { accountId, now, seenAfter }: { accountId: string; now: Date; seenAfter: Date },
): Promise<Session[]> {
  const rows = await db
    .selectFrom('sessions')
    .select(columns)
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', seenAfter)
    .orderBy('last_seen_at', 'desc')
    .execute()
  return rows.map(toSession)
}

export async function touchSession(db: Queryable, { id, at }: { id: string; at: Date }): Promise<void> {
  await db.updateTable('sessions').set({ last_seen_at: at }).where('id', '=', id).execute()
}

type Renewal = { id: string; tokenHash: Buffer; at: Date; methods?: readonly string[] }

/** Issues a new token after the person has proved their identity again, and records when, and how if that changed. */
export async function renewSession(tx: Tx, { id, tokenHash, at, methods }: Renewal) {
  await tx
    .updateTable('sessions')
    .set({ token_hash: tokenHash, authenticated_at: at, last_seen_at: at, ...(methods && { methods: [...methods] }) })
    .where('id', '=', id)
    .execute()
}

export async function deleteSession(
  db: Queryable,
  { id, accountId }: { id: string; accountId: string },
): Promise<boolean> {
  const row = await db
    .deleteFrom('sessions')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteSessionOfToken(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute()
}

/** Returns the number of ended sessions. */
export async function deleteSessionsOf(
  tx: Tx,
  { accountId, exceptId }: { accountId: string; exceptId?: string },
): Promise<number> {
  const all = tx.deleteFrom('sessions').where('account_id', '=', accountId)
  const rows = await (exceptId === undefined ? all : all.where('id', '!=', exceptId)).returning('id').execute()
  return rows.length
}

/** The sessions that a new one ends: the browser's previous session, and the least recently used beyond the limit. */
export function sessionsInTheWay(
  db: QueryCreator<Database>,
  { accountId, most, tokenHash }: { accountId: string; most: number; tokenHash: Buffer },
) {
  return db.deleteFrom('sessions').where(eb =>
    eb.or([
      eb('token_hash', '=', tokenHash),
      eb(
        'id',
        'in',
        eb
          .selectFrom('sessions')
          .select('id')
          .where('account_id', '=', accountId)
          .orderBy('last_seen_at', 'desc')
          .offset(most - 1),
      ),
    ]),
  )
}

export async function deleteEndedSessions(db: Queryable, { now, seenAfter }: { now: Date; seenAfter: Date }) {
  await db
    .deleteFrom('sessions')
    .where(eb => eb.or([eb('expires_at', '<=', now), eb('last_seen_at', '<=', seenAfter)]))
    .execute()
}

type Row = {
  id: string
  account_id: string
  created_at: Date
  authenticated_at: Date
  last_seen_at: Date
  network: string
  device: string
  methods: string[]
}

function toSession(row: Row): Session {
  return {
    id: row.id,
    accountId: row.account_id,
    createdAt: row.created_at,
    authenticatedAt: row.authenticated_at,
    lastSeenAt: row.last_seen_at,
    network: row.network,
    device: row.device,
    methods: row.methods,
  }
}

import type { Selectable } from 'kysely'
import type { HalfDoneSignInsTable } from '../../platform/database/factor-tables.ts'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

/** A sign-in whose first step was right, and whose second step is still to come. `methods` tells the first (RFC 8176). */
export type HalfDoneSignIn = { accountId: string; mustAdd: boolean; begunAt: Date; tries: number; methods: string[] }

export type NewHalfDoneSignIn = Pick<HalfDoneSignIn, 'accountId' | 'mustAdd'> & {
  methods: readonly string[]
  tokenHash: Buffer
  at: Date
  expiresAt: Date
}

export async function insertHalfDoneSignIn(db: Queryable, half: NewHalfDoneSignIn): Promise<void> {
  await db
    .insertInto('half_done_sign_ins')
    .values({
      token_hash: half.tokenHash,
      account_id: half.accountId,
      must_add: half.mustAdd,
      methods: [...half.methods],
      begun_at: half.at,
      expires_at: half.expiresAt,
    })
    .execute()
}

type Key = { tokenHash: Buffer; now: Date }

export async function findHalfDoneSignIn(db: Queryable, { tokenHash, now }: Key): Promise<HalfDoneSignIn | undefined> {
  const row = await db
    .selectFrom('half_done_sign_ins')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && toHalfDone(row)
}

/** Counts a try before anything is compared. Undefined if it has ended or all tries are used up. */
export async function tryHalfDoneSignIn(
  db: Queryable,
  { tokenHash, now, most }: Key & { most: number },
): Promise<HalfDoneSignIn | undefined> {
  const row = await db
    .updateTable('half_done_sign_ins')
    .set(eb => ({ tries: eb('tries', '+', 1) }))
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .where('tries', '<', most)
    .returningAll()
    .executeTakeFirst()
  return row && toHalfDone(row)
}

/** True for exactly one of several concurrent calls: the one that starts the session. */
export async function completeHalfDoneSignIn(db: Queryable, { tokenHash, now }: Key): Promise<boolean> {
  const row = await db
    .deleteFrom('half_done_sign_ins')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteHalfDoneSignIn(db: Queryable, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom('half_done_sign_ins').where('token_hash', '=', tokenHash).execute()
}

export async function deleteHalfDoneSignInsOf(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('half_done_sign_ins').where('account_id', '=', accountId).execute()
}

export async function deleteExpiredHalfDoneSignIns(db: Queryable, now: Date): Promise<void> {
  await db.deleteFrom('half_done_sign_ins').where('expires_at', '<=', now).execute()
}

const toHalfDone = (row: Selectable<HalfDoneSignInsTable>): HalfDoneSignIn => ({
  accountId: row.account_id,
  mustAdd: row.must_add,
  begunAt: row.begun_at,
  tries: row.tries,
  methods: row.methods,
})

import { sql } from 'kysely'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

export type Ask = { asker: string; usernameHash: Buffer; at: Date; since: Date }

/**
 * Records that a caller asked about a username. Returns the username's position among the distinct ones in the window,
 * from 1: asking about the same one again doesn't count. Questions of one caller are serialised, so that none is
 * overlooked. Each waits on a connection, so callers must limit how many wait (ask-reset-option.ts).
 */
export async function placeOfAsk(tx: Tx, { asker, usernameHash, at, since }: Ask): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`disclosure ${asker}`}, 0))`.execute(tx)
  await tx.deleteFrom('disclosure_asks').where('asker', '=', asker).where('asked_at', '<=', since).execute()
  await tx
    .insertInto('disclosure_asks')
    .values({ asker, username_hash: usernameHash, asked_at: at })
    .onConflict(conflict => conflict.columns(['asker', 'username_hash']).doNothing())
    .execute()
  const { place } = await tx
    .selectFrom('disclosure_asks')
    .select(eb => eb.fn.countAll<string>().as('place'))
    .where('asker', '=', asker)
    .where('place', '<=', eb =>
      eb
        .selectFrom('disclosure_asks')
        .select('place')
        .where('asker', '=', asker)
        .where('username_hash', '=', usernameHash),
    )
    .executeTakeFirstOrThrow()
  return Number(place)
}

export async function deleteAsksBefore(db: Queryable, before: Date): Promise<void> {
  await db.deleteFrom('disclosure_asks').where('asked_at', '<=', before).execute()
}

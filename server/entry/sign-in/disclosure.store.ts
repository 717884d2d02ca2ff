import { sql } from 'kysely'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

export type Ask = { asker: string; usernameHash: Buffer; at: Date; since: Date }

/**
 * Records that an asker asked about a username and answers which one it is among those of the window, from 1. Asking
 * again about the same one is no new question. Asks of one asker take turns: of many at once none is overlooked. A turn is
 * waited for on a connection, so callers bound how many wait (ask-reset-option.ts).
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

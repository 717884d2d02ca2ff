import type { Queryable } from '../../platform/database/tables.ts'

export type SetUpLink = { handleHash: Buffer; madeAt: Date; expiresAt: Date }

/** Stores a new link and deletes expired ones. */
export async function insertLink(db: Queryable, { handleHash, madeAt, expiresAt }: SetUpLink): Promise<void> {
  await db.deleteFrom('set_up_links').where('expires_at', '<=', madeAt).execute()
  await db
    .insertInto('set_up_links')
    .values({ handle_hash: handleHash, made_at: madeAt, expires_at: expiresAt })
    .execute()
}

export async function findExpiry(db: Queryable, handleHash: Buffer): Promise<Date | undefined> {
  const row = await db
    .selectFrom('set_up_links')
    .select('expires_at')
    .where('handle_hash', '=', handleHash)
    .executeTakeFirst()
  return row?.expires_at
}

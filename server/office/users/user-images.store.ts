import type { Queryable, Tx } from '../../platform/database/tables.ts'

export type UserImage = { webp: Buffer; changedAt: Date }

export async function saveImage(tx: Tx, { accountId, webp, changedAt }: UserImage & { accountId: string }) {
  await tx
    .insertInto('user_images')
    .values({ account_id: accountId, webp, changed_at: changedAt })
    .onConflict(conflict => conflict.column('account_id').doUpdateSet({ webp, changed_at: changedAt }))
    .execute()
}

export async function findImage(db: Queryable, accountId: string): Promise<UserImage | undefined> {
  const row = await db.selectFrom('user_images').selectAll().where('account_id', '=', accountId).executeTakeFirst()
  return row && { webp: row.webp, changedAt: row.changed_at }
}

/** Without the image itself. */
export async function findImageTime(db: Queryable, accountId: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('user_images')
    .select('changed_at')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row?.changed_at
}

export async function deleteImage(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('user_images').where('account_id', '=', accountId).execute()
}

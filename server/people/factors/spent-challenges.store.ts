import type { Queryable } from '../../platform/database/tables.ts'

/** True for exactly one of several concurrent answers to one challenge (ASVS 6.7.2). */
export async function spendChallenge(
  db: Queryable,
  { challengeHash, expiresAt }: { challengeHash: Buffer; expiresAt: Date },
): Promise<boolean> {
  const row = await db
    .insertInto('spent_challenges')
    .values({ challenge_hash: challengeHash, expires_at: expiresAt })
    .onConflict(conflict => conflict.column('challenge_hash').doNothing())
    .returning('expires_at')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteExpiredChallenges(db: Queryable, now: Date): Promise<void> {
  await db.deleteFrom('spent_challenges').where('expires_at', '<=', now).execute()
}

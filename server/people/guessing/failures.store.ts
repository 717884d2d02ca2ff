import type { Queryable } from '../../platform/database/tables.ts'

/**
 * Whose failures are counted together: a username's from all unknown devices, a username's from one known device, or a
 * network's.
 */
export type FailureSubject = { usernameHash: Buffer; deviceHash: Buffer }

/** Stands for all unknown devices in the device column. */
export const everybody = Buffer.alloc(0)

/**
 * Counts a failure in a single statement and returns the new count. A count that started before the window restarts.
 */
export async function countFailure(
  db: Queryable,
  { usernameHash, deviceHash, at, windowBegan }: FailureSubject & { at: Date; windowBegan: Date },
): Promise<number> {
  const { failures } = await db
    .insertInto('sign_in_failures')
    .values({
      username_hash: usernameHash,
      device_hash: deviceHash,
      failures: 1,
      first_failed_at: at,
      last_failed_at: at,
    })
    .onConflict(conflict =>
      conflict.columns(['username_hash', 'device_hash']).doUpdateSet(eb => {
        const isOver = eb('sign_in_failures.first_failed_at', '<=', windowBegan)
        const began = eb.ref('sign_in_failures.first_failed_at')
        return {
          failures: eb
            .case()
            .when(isOver)
            .then(1)
            .else(eb('sign_in_failures.failures', '+', 1))
            .end(),
          first_failed_at: eb.case().when(isOver).then(eb.ref('excluded.first_failed_at')).else(began).end(),
          last_failed_at: at,
        }
      }),
    )
    .returning('failures')
    .executeTakeFirstOrThrow()
  return failures
}

/** Failures of unknown devices for one username. */
export async function findFailuresOfEverybody(db: Queryable, usernameHash: Buffer) {
  const row = await db
    .selectFrom('sign_in_failures')
    .select(['failures as count', 'first_failed_at as firstAt', 'last_failed_at as lastAt'])
    .where('username_hash', '=', usernameHash)
    .where('device_hash', '=', everybody)
    .executeTakeFirst()
  return row
}

/** Clears the failures of unknown devices and of every known device. */
export async function clearFailures(db: Queryable, usernameHash: Buffer): Promise<void> {
  await db.deleteFrom('sign_in_failures').where('username_hash', '=', usernameHash).execute()
}

export async function clearFailuresOfDevice(db: Queryable, { usernameHash, deviceHash }: FailureSubject) {
  await db
    .deleteFrom('sign_in_failures')
    .where('username_hash', '=', usernameHash)
    .where('device_hash', '=', deviceHash)
    .execute()
}

export async function deleteFailuresBefore(db: Queryable, windowBegan: Date): Promise<void> {
  await db.deleteFrom('sign_in_failures').where('first_failed_at', '<=', windowBegan).execute()
}

import type { Queryable } from '../../platform/database/tables.ts'

type Question = { accountId: string; deviceHash: Buffer | undefined; now: Date; since: Date }

/** True for a browser that the account hasn't used before, after refused passwords or second steps. */
export async function isNewAfterFailures(
  db: Queryable,
  { accountId, deviceHash, now, since }: Question,
): Promise<boolean> {
  if (deviceHash && (await isSeen(db, { accountId, deviceHash, now }))) return false
  const failure = await db
    .selectFrom('audit_events as e')
    .innerJoin('accounts as a', 'a.id', 'e.account_id')
    .select('e.id')
    .where('e.account_id', '=', accountId)
    .where('e.action', 'in', ['sign-in-refused', 'second-step-refused'])
    .where('e.at', '>', since)
    // The person chose a new password after them, and was told of that.
    .where(eb => eb.or([eb('a.password_changed_at', 'is', null), eb('e.at', '>=', eb.ref('a.password_changed_at'))]))
    .limit(1)
    .executeTakeFirst()
  return failure !== undefined
}

async function isSeen(db: Queryable, device: { accountId: string; deviceHash: Buffer; now: Date }): Promise<boolean> {
  const row = await db
    .selectFrom('known_devices')
    .select('account_id')
    .where('account_id', '=', device.accountId)
    .where('token_hash', '=', device.deviceHash)
    .where('expires_at', '>', device.now)
    .executeTakeFirst()
  return row !== undefined
}

/** The audit event of the sign-in that has just started in this transaction. */
export async function findLastSignIn(tx: Queryable, accountId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('audit_events')
    .select('id')
    .where('account_id', '=', accountId)
    .where('action', '=', 'signed-in')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

export async function findSignIn(db: Queryable, id: string) {
  return db
    .selectFrom('audit_events')
    .select(['at', 'network', 'device'])
    .where('id', '=', id)
    .where('action', '=', 'signed-in')
    .executeTakeFirst()
}

/** How many sign-ins the emails of this kind told the person of, on however many addresses. */
export async function countNotices(
  db: Queryable,
  { accountId, kind, since }: { accountId: string; kind: string; since: Date },
): Promise<number> {
  const { told } = await db
    .selectFrom('mail_messages')
    .select(eb => eb.fn.count<string>('subject_id').distinct().as('told'))
    .where('account_id', '=', accountId)
    .where('kind', '=', kind)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(told)
}

import type { UserType } from '../../../shared/contract/user-lists.ts'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

export type Licence = { userType: UserType; used: number; enabled: number; monthlyPriceCents: number }

const inUse = (db: Queryable) =>
  db
    .selectFrom('users as u')
    .innerJoin('accounts as a', 'a.id', 'u.account_id')
    .select(({ fn }) => ['u.user_type', fn.countAll<string>().as('used')])
    .where('u.has_licence', '=', true)
    .where('a.is_active', '=', true)
    .groupBy('u.user_type')

export async function listLicences(db: Queryable): Promise<Licence[]> {
  const [rows, used] = await Promise.all([
    db.selectFrom('licences').selectAll().orderBy('user_type').execute(),
    inUse(db).execute(),
  ])
  return rows.map(row => ({
    userType: row.user_type,
    used: Number(used.find(({ user_type }) => user_type === row.user_type)?.used ?? 0),
    enabled: row.enabled,
    monthlyPriceCents: row.monthly_price_cents,
  }))
}

/** Locks the licences of one type until the transaction ends, so the counts stay true. */
export async function lockLicence(tx: Tx, userType: UserType): Promise<Licence> {
  const row = await tx
    .selectFrom('licences')
    .selectAll()
    .where('user_type', '=', userType)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const used = await inUse(tx).where('u.user_type', '=', userType).executeTakeFirst()
  return {
    userType,
    used: Number(used?.used ?? 0),
    enabled: row.enabled,
    monthlyPriceCents: row.monthly_price_cents,
  }
}

export async function updateLicence(
  tx: Queryable,
  { userType, enabled, monthlyPriceCents }: Omit<Licence, 'used'>,
): Promise<void> {
  await tx
    .updateTable('licences')
    .set({ enabled, monthly_price_cents: monthlyPriceCents })
    .where('user_type', '=', userType)
    .execute()
}

const shownChanges = 20

/** Audit events about the subscription, newest first. */
export function listSubscriptionEvents(db: Queryable) {
  return db
    .selectFrom('audit_events as e')
    .leftJoin('accounts as by', 'by.id', 'e.actor_account_id')
    .select(['e.at', 'e.details', 'by.username as by'])
    .where('e.action', '=', 'subscription-changed')
    .orderBy('e.at', 'desc')
    .limit(shownChanges)
    .execute()
}

import { sql } from 'kysely'
import type { ContactSummary } from '../../../shared/contract/retailers.ts'
import type { Queryable } from '../../platform/database/tables.ts'

/** The first reason that blocks a sign-in, in the order in which the sign-in checks them. */
export const contactStatus = sql<ContactSummary['status']>`case
  when not a.is_active then 'inactive'
  when a.locked_at is not null then 'locked'
  when not r.is_active then 'retailer-closed'
  when not c.has_website_access then 'no-access'
  when a.compromised_at is not null then 'compromised'
  when a.password_hash is null then 'no-password'
  else 'active' end`

const select = (db: Queryable) =>
  db
    .selectFrom('contacts as c')
    .innerJoin('accounts as a', 'a.id', 'c.account_id')
    .innerJoin('retailers as r', 'r.id', 'c.retailer_id')
    .leftJoin('last_sign_ins as l', 'l.account_id', 'c.account_id')
    .select([
      'a.id',
      'a.username',
      'a.given_name',
      'a.family_name',
      'c.email',
      'c.role',
      'c.has_website_access',
      'c.may_order',
      'c.retailer_id',
      'r.name as retailer_name',
      'l.at as last_sign_in_at',
      contactStatus.as('status'),
    ])

export type ContactRow = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

export function listContactRows(db: Queryable, retailerId: string): Promise<ContactRow[]> {
  return select(db)
    .where('c.retailer_id', '=', retailerId)
    .orderBy('a.family_name')
    .orderBy('a.given_name')
    .orderBy('a.id')
    .execute()
}

export function findContactRow(db: Queryable, id: string): Promise<ContactRow | undefined> {
  return select(db).where('a.id', '=', id).executeTakeFirst()
}

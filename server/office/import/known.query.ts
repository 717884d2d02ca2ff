import { sql } from 'kysely'
import type { Queryable } from '../../platform/database/tables.ts'

/** Finds accounts by username, with the values that an import compares. Locks them if they are about to change. */
export async function findKnownAccounts(db: Queryable, keys: readonly string[], { holds }: { holds: boolean }) {
  const rows = await db
    .selectFrom('accounts as a')
    .leftJoin('users as u', 'u.account_id', 'a.id')
    .leftJoin('contacts as c', 'c.account_id', 'a.id')
    .select([
      'a.id',
      'a.username_key as key',
      'a.kind',
      'a.given_name as givenName',
      'a.family_name as familyName',
      'a.is_active as isActive',
      'u.user_type as userType',
      'u.role_id as roleId',
      'c.retailer_id as retailerId',
      'c.email',
      'c.role as jobTitle',
      'c.phone',
      sql<string[]>`array(select t.name from user_territories as s join territories as t on t.id = s.territory_id
        where s.account_id = a.id order by t.name)`.as('territories'),
    ])
    .where('a.username_key', '=', sql<string>`any(${keys})`)
    .orderBy('a.id')
    .$if(holds, found => found.forUpdate('a'))
    .execute()
  return new Map(rows.map(row => [row.key, row]))
}

export type KnownAccount = Awaited<ReturnType<typeof findKnownAccounts>> extends Map<string, infer Row> ? Row : never

/** Finds retailers by account number. Locks them so that they can't change or disappear before the import commits. */
export async function findKnownRetailers(db: Queryable, numbers: readonly string[], { holds }: { holds: boolean }) {
  const rows = await db
    .selectFrom('retailers as r')
    .leftJoin('territories as t', 't.id', 'r.territory_id')
    .leftJoin('price_lists as p', 'p.id', 'r.price_list_id')
    .select(['r.territory_id as territoryId', 'r.price_list_id as priceListId', 'p.name as priceList', 'r.notes'])
    .select(['r.retailer_type as type', 'r.grade', 'r.chain', 'r.credit_status as creditStatus'])
    .select([
      'r.id',
      'r.account_number as accountNumber',
      'r.name',
      't.name as territory',
      'r.is_active as isActive',
      'r.address_line as line',
      'r.town',
      'r.postcode',
      'r.phone',
    ])
    .where('r.account_number', '=', sql<string>`any(${numbers})`)
    .orderBy('r.id')
    .$if(holds, found => found.forNoKeyUpdate('r'))
    .execute()
  return new Map(rows.map(row => [row.accountNumber, row]))
}

/** Finds retailers whose account number is one of these with leading zeros, which spreadsheets remove from numbers. */
export async function findKnownNumbers(db: Queryable, numbers: readonly string[]) {
  const digits = numbers.filter(number => /^[1-9]\d*$/.test(number))
  const { rows } = await sql<{ number: string; short: string }>`
    select account_number as number, ltrim(account_number, '0') as short from retailers
    where account_number ~ '^0+[1-9][0-9]*$' and ltrim(account_number, '0') = any(${digits})`.execute(db)
  return { withZeros: new Map(rows.map(row => [row.short, row.number])) }
}

export type KnownNumbers = Awaited<ReturnType<typeof findKnownNumbers>>

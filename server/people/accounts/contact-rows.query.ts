import { sql } from 'kysely'
import type { Tx } from '../../platform/database/tables.ts'

/** Accounts by their username key, locked until the transaction ends: users among them, whose names are taken. */
export async function lockNamedAccounts(tx: Tx, keys: readonly string[]) {
  const rows = await tx
    .selectFrom('accounts as a')
    .leftJoin('contacts as c', 'c.account_id', 'a.id')
    .leftJoin('retailers as r', 'r.id', 'c.retailer_id')
    .select(['a.id', 'a.username_key as key', 'a.username', 'a.given_name as givenName', 'a.family_name as familyName'])
    .select(['c.retailer_id as retailerId', 'r.account_number as accountNumber', 'c.email', 'c.email_key as emailKey'])
    .select(['c.role as jobTitle', 'c.phone', 'c.has_website_access as hasWebsiteAccess'])
    .where('a.username_key', '=', sql<string>`any(${[...new Set(keys)]})`)
    .orderBy('a.id')
    .forUpdate('a')
    .execute()
  return new Map(rows.map(row => [row.key, row]))
}

export type NamedAccount = Awaited<ReturnType<typeof lockNamedAccounts>> extends Map<string, infer Row> ? Row : never

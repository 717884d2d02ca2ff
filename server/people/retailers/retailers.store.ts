import { sql } from 'kysely'
import type { Tx } from '../../platform/database/tables.ts'

type NewRetailer = { name: string; accountNumber: string; territoryId: string | null; createdAt: Date }

/** What describes a retailer. Undefined leaves what is there. */
export type RetailerFacts = {
  type?: string | undefined
  grade?: string | undefined
  chain?: string | undefined
  creditStatus?: 'good' | 'watch' | 'hold' | undefined
  priceListId?: string | null | undefined
  notes?: string | undefined
  addressLine?: string | undefined
  town?: string | undefined
  postcode?: string | undefined
  phone?: string | undefined
}

/** Kysely leaves undefined columns out. */
const factColumns = (facts: RetailerFacts) => ({
  retailer_type: facts.type,
  grade: facts.grade,
  chain: facts.chain,
  credit_status: facts.creditStatus,
  price_list_id: facts.priceListId,
  notes: facts.notes,
  address_line: facts.addressLine,
  town: facts.town,
  postcode: facts.postcode,
  phone: facts.phone,
})

/** Undefined if the account number is taken. */
export async function insertRetailer(tx: Tx, retailer: NewRetailer & RetailerFacts): Promise<string | undefined> {
  const row = await tx
    .insertInto('retailers')
    .values({
      name: retailer.name,
      account_number: retailer.accountNumber,
      territory_id: retailer.territoryId,
      created_at: retailer.createdAt,
      ...factColumns(retailer),
    })
    .onConflict(conflict => conflict.column('account_number').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export type PlacedRetailer = NewRetailer & {
  id: string
  line: string
  town: string
  postcode: string
  phone: string
  priceListId: string | null
  type: string
  grade: string
  chain: string
  creditStatus: 'good' | 'watch' | 'hold'
  notes: string
}

export async function insertRetailers(tx: Tx, retailers: readonly PlacedRetailer[]): Promise<void> {
  for (let from = 0; from < retailers.length; from += 2000) {
    const rows = retailers.slice(from, from + 2000).map(retailer => ({
      id: retailer.id,
      name: retailer.name,
      account_number: retailer.accountNumber,
      territory_id: retailer.territoryId,
      address_line: retailer.line,
      town: retailer.town,
      postcode: retailer.postcode,
      phone: retailer.phone,
      price_list_id: retailer.priceListId,
      retailer_type: retailer.type,
      grade: retailer.grade,
      chain: retailer.chain,
      credit_status: retailer.creditStatus,
      notes: retailer.notes,
      created_at: retailer.createdAt,
    }))
    await tx.insertInto('retailers').values(rows).execute()
  }
}

/** Locks the retailer until the transaction ends. */
export async function lockRetailer(tx: Tx, id: string): Promise<{ isOpen: boolean } | undefined> {
  const held = tx.selectFrom('retailers').select('is_active').where('id', '=', id).forUpdate()
  const row = await held.executeTakeFirst()
  return row && { isOpen: row.is_active }
}

/**
 * Locks all contacts of a retailer in a fixed order, which prevents deadlocks. Accounts are always locked before
 * anything else.
 */
export async function lockContactsOf(tx: Tx, retailerId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('accounts as a')
    .innerJoin('contacts as c', 'c.account_id', 'a.id')
    .select('a.id')
    .where('c.retailer_id', '=', retailerId)
    .orderBy('a.id')
    .forUpdate('a')
    .execute()
  return rows.map(({ id }) => id)
}

/** Locks the contacts of these retailers, in the same order as `lockContactsOf`. Returns them by account number. */
export async function lockContactsByNumber(tx: Tx, numbers: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx
    .selectFrom('accounts as a')
    .innerJoin('contacts as c', 'c.account_id', 'a.id')
    .innerJoin('retailers as r', 'r.id', 'c.retailer_id')
    .select(['a.id', 'r.account_number'])
    .where('r.account_number', '=', sql<string>`any(${numbers})`)
    .orderBy('a.id')
    .forUpdate('a')
    .execute()
  const byNumber = Map.groupBy(rows, row => row.account_number)
  return new Map([...byNumber].map(([number, contacts]) => [number, contacts.map(({ id }) => id)]))
}

export async function isPriceList(tx: Tx, id: string): Promise<boolean> {
  return (
    (await tx.selectFrom('price_lists').select('id').where('id', '=', id).forKeyShare().executeTakeFirst()) !==
    undefined
  )
}

export async function isAccountNumberTaken(
  tx: Tx,
  { accountNumber, exceptId }: { accountNumber: string; exceptId: string },
) {
  const row = await tx
    .selectFrom('retailers')
    .select('id')
    .where('account_number', '=', accountNumber)
    .where('id', '!=', exceptId)
    .executeTakeFirst()
  return row !== undefined
}

export async function updateRetailer(
  tx: Tx,
  retailer: Omit<NewRetailer, 'createdAt'> & RetailerFacts & { id: string; isActive: boolean },
): Promise<void> {
  const { id, name, accountNumber, territoryId, isActive } = retailer
  await tx
    .updateTable('retailers')
    .set({
      name,
      account_number: accountNumber,
      territory_id: territoryId,
      is_active: isActive,
      ...factColumns(retailer),
    })
    .where('id', '=', id)
    .execute()
}

type Address = { line: string; town: string; postcode: string; phone: string }
/** A retailer with every column that other systems write. `id` is null for a new one. */
export type RetailerRow = Address & {
  id: string | null
  accountNumber: string
  name: string
  territoryId: string | null
  isActive: boolean
  type: string
  grade: string
  chain: string
  creditStatus: 'good' | 'watch' | 'hold'
  priceListId: string | null
  notes: string
}

/** Retailers by their account number, locked until the transaction ends. */
export async function lockRetailerRows(tx: Tx, numbers: readonly string[]): Promise<Map<string, RetailerRow>> {
  const rows = await tx
    .selectFrom('retailers')
    .select(['id', 'account_number as accountNumber', 'name', 'territory_id as territoryId', 'is_active as isActive'])
    .select(['address_line as line', 'town', 'postcode', 'phone', 'retailer_type as type', 'grade', 'chain'])
    .select(['credit_status as creditStatus', 'price_list_id as priceListId', 'notes'])
    .where('account_number', '=', sql<string>`any(${numbers})`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return new Map(rows.map(row => [row.accountNumber, row]))
}

const toInsert = (retailers: readonly RetailerRow[], at: Date) => sql`
  insert into retailers (account_number, name, territory_id, is_active, address_line, town, postcode, phone,
    retailer_type, grade, chain, credit_status, price_list_id, notes, created_at)
  select r."accountNumber", r.name, r."territoryId", r."isActive", r.line, r.town, r.postcode, r.phone, r.type, r.grade,
    r.chain, r."creditStatus", r."priceListId", r.notes, ${at}::timestamptz
  from jsonb_to_recordset(${JSON.stringify(retailers)}::jsonb) as r ("accountNumber" text, name text,
    "territoryId" uuid, "isActive" boolean, line text, town text, postcode text, phone text, type text, grade text,
    chain text, "creditStatus" text, "priceListId" uuid, notes text)`

/** Adds retailers. Skips taken account numbers. Returns the ids by account number. */
export async function addRetailers(tx: Tx, retailers: readonly RetailerRow[], at: Date): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; account_number: string }>`${toInsert(retailers, at)}
    on conflict (account_number) do nothing returning id, account_number`.execute(tx)
  return new Map(rows.map(row => [row.account_number, row.id]))
}

/** Adds retailers, and changes those whose account number exists. */
export async function saveRetailers(tx: Tx, retailers: readonly RetailerRow[], at: Date): Promise<void> {
  await sql`${toInsert(retailers, at)}
    on conflict (account_number) do update set name = excluded.name, territory_id = excluded.territory_id,
      is_active = excluded.is_active, address_line = excluded.address_line, town = excluded.town,
      postcode = excluded.postcode, phone = excluded.phone, retailer_type = excluded.retailer_type,
      grade = excluded.grade, chain = excluded.chain, credit_status = excluded.credit_status,
      price_list_id = excluded.price_list_id, notes = excluded.notes`.execute(tx)
}

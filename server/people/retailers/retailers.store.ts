import { sql } from 'kysely'
import type { Tx } from '../../platform/database/tables.ts'

type NewRetailer = { name: string; accountNumber: string; territoryId: string | null; createdAt: Date }

/** Undefined if the account number is taken. */
export async function insertRetailer(tx: Tx, retailer: NewRetailer): Promise<string | undefined> {
  const row = await tx
    .insertInto('retailers')
    .values({
      name: retailer.name,
      account_number: retailer.accountNumber,
      territory_id: retailer.territoryId,
      created_at: retailer.createdAt,
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
  retailer: Omit<NewRetailer, 'createdAt'> & { id: string; isActive: boolean },
): Promise<void> {
  const { id, name, accountNumber, territoryId, isActive } = retailer
  await tx
    .updateTable('retailers')
    .set({ name, account_number: accountNumber, territory_id: territoryId, is_active: isActive })
    .where('id', '=', id)
    .execute()
}

type Address = { line: string; town: string; postcode: string; phone: string }
export type RetailerToAdd = Address & {
  accountNumber: string
  name: string
  territoryId: string | null
  isActive: boolean
}
export type RetailerToUpdate = Address & { id: string; name: string; territoryId: string | null | undefined }

/** Adds retailers in bulk. Skips taken account numbers. Returns the ids by account number. */
export async function addRetailers(
  tx: Tx,
  { retailers, at }: { retailers: readonly RetailerToAdd[]; at: Date },
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; account_number: string }>`
    insert into retailers (name, account_number, territory_id, is_active, address_line, town, postcode, phone, created_at)
    select r.name, r."accountNumber", r."territoryId", r."isActive", r.line, r.town, r.postcode, r.phone,
      ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(retailers)}::jsonb) as r (name text, "accountNumber" text,
      "territoryId" uuid, "isActive" boolean, line text, town text, postcode text, phone text)
    on conflict (account_number) do nothing
    returning id, account_number`.execute(tx)
  return new Map(rows.map(row => [row.account_number, row.id]))
}

/** Updates name, address and territory in bulk. A missing territory leaves the current one. */
export async function updateRetailers(tx: Tx, retailers: readonly RetailerToUpdate[]): Promise<void> {
  const rows = retailers.map(retailer => ({ ...retailer, isPlaced: retailer.territoryId !== undefined }))
  await sql`update retailers as t set name = r.name, address_line = r.line, town = r.town, postcode = r.postcode,
      phone = r.phone, territory_id = case when r."isPlaced" then r."territoryId" else t.territory_id end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, name text, line text, town text,
      postcode text, phone text, "territoryId" uuid, "isPlaced" boolean)
    where t.id = r.id`.execute(tx)
}

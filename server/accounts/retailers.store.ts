import type { Tx } from '../database/tables.ts'

type NewRetailer = { name: string; accountNumber: string; territoryId: string | null; createdAt: Date }

/** Nothing if the account number is taken. */
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

export type PlacedRetailer = NewRetailer & { id: string; line: string; town: string; postcode: string; phone: string }

export async function insertRetailers(tx: Tx, retailers: readonly PlacedRetailer[]): Promise<void> {
  for (let from = 0; from < retailers.length; from += 2000) {
    const rows = retailers
      .slice(from, from + 2000)
      .map(({ name, accountNumber, territoryId, createdAt, line, ...rest }) => ({
        ...rest,
        name,
        account_number: accountNumber,
        territory_id: territoryId,
        address_line: line,
        created_at: createdAt,
      }))
    await tx.insertInto('retailers').values(rows).execute()
  }
}

/** Holds the retailer until the transaction ends. */
export async function lockRetailer(tx: Tx, id: string): Promise<{ name: string } | undefined> {
  return tx.selectFrom('retailers').select('name').where('id', '=', id).forUpdate().executeTakeFirst()
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

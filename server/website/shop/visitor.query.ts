import type { Queryable } from '../../platform/database/tables.ts'

export type ContactFacts = { retailerId: string; mayOrder: boolean; basketLines: number }

/** What the website needs to know of a contact on every page. */
export async function findContactFacts(db: Queryable, accountId: string): Promise<ContactFacts | undefined> {
  const row = await db
    .selectFrom('contacts as c')
    .select(['c.retailer_id as retailerId', 'c.may_order as mayOrder'])
    .select(eb =>
      eb
        .selectFrom('basket_lines as l')
        .whereRef('l.contact_id', '=', 'c.account_id')
        .select(({ fn }) => fn.countAll<string>().as('lines'))
        .as('basketLines'),
    )
    .where('c.account_id', '=', accountId)
    .executeTakeFirst()
  return row && { ...row, basketLines: Number(row.basketLines) }
}

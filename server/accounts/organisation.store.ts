import type { Queryable } from '../database/tables.ts'

export type Organisation = {
  name: string
  contactLine: string
  securityWords: string[]
  currency: string
  isDemo: boolean
}

/** What stands on pages until an administrator has named the organisation. */
export const unnamedOrganisation: Organisation = {
  name: 'Fieldkey',
  contactLine: 'Need help? Ask your administrator.',
  securityWords: [],
  currency: 'GBP',
  isDemo: false,
}

export async function getOrganisation(db: Queryable): Promise<Organisation> {
  const row = await db.selectFrom('organisation').selectAll().executeTakeFirst()
  if (!row) return unnamedOrganisation
  const { name, contact_line: contactLine, security_words: securityWords, currency, is_demo: isDemo } = row
  return { name, contactLine, securityWords, currency, isDemo }
}

/** Names the organisation, or names it anew. What is a demo stays one. */
export async function saveOrganisation(db: Queryable, organisation: Organisation): Promise<void> {
  const words = {
    name: organisation.name,
    contact_line: organisation.contactLine,
    security_words: organisation.securityWords,
    currency: organisation.currency,
  }
  await db
    .insertInto('organisation')
    .values({ ...words, is_demo: organisation.isDemo })
    .onConflict(conflict => conflict.column('only_row').doUpdateSet(words))
    .execute()
}

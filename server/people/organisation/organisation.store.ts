import type { Queryable, Tx } from '../../platform/database/tables.ts'

/** The logo's facts that pages need. The image itself is read only at its own address. */
export type LogoFacts = { mediaType: 'image/png' | 'image/webp'; contentHash: string; width: number; height: number }
export type Logo = LogoFacts & { content: Buffer }

export type Organisation = {
  name: string
  contactLine: string
  securityWords: string[]
  currency: string
  /** The chosen colour as `#rrggbb`; null for the product's own accent. */
  colour: string | null
  logo: LogoFacts | null
  /** After this many days without contact with the server, the app hides the downloaded data. */
  hiddenAfterDays: number
  /** Of the IANA database. Prices, visits and targets have days in this zone. */
  timeZone: string
  /** Contacts get an email about each order that a rep captured for them. Orders on the website are always confirmed. */
  confirmsOrders: boolean
  isDemo: boolean
}

/** Shown on pages until an administrator has named the organisation. */
export const unnamedOrganisation: Organisation = {
  name: 'Fieldkey',
  contactLine: 'Need help? Ask your administrator.',
  securityWords: [],
  currency: 'GBP',
  colour: null,
  logo: null,
  hiddenAfterDays: 30,
  timeZone: 'UTC',
  confirmsOrders: false,
  isDemo: false,
}

const select = (db: Queryable) =>
  db
    .selectFrom('organisation as o')
    .leftJoin('organisation_logo as l', 'l.only_row', 'o.only_row')
    .select([
      'o.name',
      'o.contact_line',
      'o.security_words',
      'o.currency',
      'o.colour',
      'o.is_demo',
      'o.hidden_after_days',
      'o.time_zone',
      'o.confirms_orders',
    ])
    .select(['l.media_type', 'l.content_hash', 'l.width', 'l.height'])

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirst']>>>

export async function getOrganisation(db: Queryable): Promise<Organisation> {
  const row = await select(db).executeTakeFirst()
  return row ? toOrganisation(row) : unnamedOrganisation
}

/** Locks the organisation until the transaction ends, so concurrent changes are serialised. */
export async function lockOrganisation(tx: Tx): Promise<Organisation> {
  const row = await select(tx).forUpdate('o').executeTakeFirst()
  return row ? toOrganisation(row) : unnamedOrganisation
}

/** Saves the organisation's details. Leaves the demo flag and the logo unchanged. */
export async function saveOrganisation(db: Queryable, organisation: Omit<Organisation, 'logo'>): Promise<void> {
  const words = {
    name: organisation.name,
    contact_line: organisation.contactLine,
    security_words: organisation.securityWords,
    currency: organisation.currency,
    colour: organisation.colour,
    hidden_after_days: organisation.hiddenAfterDays,
    time_zone: organisation.timeZone,
    confirms_orders: organisation.confirmsOrders,
  }
  await db
    .insertInto('organisation')
    .values({ ...words, is_demo: organisation.isDemo })
    .onConflict(conflict => conflict.column('only_row').doUpdateSet(words))
    .execute()
}

/** True for the first caller of this day. A concurrent one waits, and then finds the day taken. */
export async function claimAttentionDay(tx: Tx, day: string): Promise<boolean> {
  const row = await tx
    .updateTable('organisation')
    .set({ attention_day: day })
    .where(eb => eb.or([eb('attention_day', 'is', null), eb('attention_day', '<', day)]))
    .returning('only_row')
    .executeTakeFirst()
  return row !== undefined
}

export async function findLogoContent(db: Queryable, contentHash: string): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('organisation_logo')
    .select('content')
    .where('content_hash', '=', contentHash)
    .executeTakeFirst()
  return row?.content
}

export async function saveLogo(tx: Tx, { content, mediaType, contentHash, width, height }: Logo): Promise<void> {
  const facts = { media_type: mediaType, content, content_hash: contentHash, width, height }
  await tx
    .insertInto('organisation_logo')
    .values(facts)
    .onConflict(conflict => conflict.column('only_row').doUpdateSet(facts))
    .execute()
}

/** False if there was no logo. */
export async function deleteLogo(tx: Tx): Promise<boolean> {
  return (await tx.deleteFrom('organisation_logo').returning('only_row').execute()).length > 0
}

function toOrganisation(row: Row): Organisation {
  const { media_type: mediaType, content_hash: contentHash, width, height } = row
  const hasLogo = mediaType !== null && contentHash !== null && width !== null && height !== null
  return {
    name: row.name,
    contactLine: row.contact_line,
    securityWords: row.security_words,
    currency: row.currency,
    hiddenAfterDays: row.hidden_after_days,
    timeZone: row.time_zone,
    confirmsOrders: row.confirms_orders,
    colour: row.colour,
    logo: hasLogo ? { mediaType, contentHash, width, height } : null,
    isDemo: row.is_demo,
  }
}

import { type RawBuilder, sql } from 'kysely'
import type { Collection } from '../../../shared/contract/app-rows.ts'
import type { Queryable } from '../../platform/database/tables.ts'

/** The rows that belong to a rep. */
export type Scope = {
  accountId: string
  territoryIds: readonly string[]
  priceListIds: readonly string[]
  ordersSince: Date
}

/**
 * The row to continue after, the transaction to stop at, and the one from which rows that left the scope are reported.
 */
export type Span = { stamp: string; id: string; below: string; toldFrom: string; most: number }

/** A row as the JSON text to send. Null if the row is to be removed. */
export type PulledRow = { id: string; changed_in: string; row: string | null }

type Sql = RawBuilder<unknown>
type Shape = { from: Sql; key: Sql; isMine: (scope: Scope) => Sql; row: Sql }

const iso = (column: string) => sql.raw(`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
const fullName = sql.raw(`trim(a.given_name || ' ' || a.family_name)`)
const isOwnRetailer = ({ territoryIds }: Scope, of = 'r') =>
  sql`${sql.raw(of)}.is_active and ${sql.raw(of)}.territory_id = any(${sql.val(territoryIds)}::uuid[])`
const withRetailer = (table: string) => sql.raw(`${table} t join retailers r on r.id = t.retailer_id`)
const isOwn = ({ accountId }: Scope) => sql`t.account_id = ${accountId}::uuid`

const isPlainPrice = sql`t.minimum_quantity = 1 and t.valid_from is null and t.valid_until is null`
const priceColumns = sql`'priceCents', t.price_cents, 'minimumQuantity', t.minimum_quantity, 'validFrom', t.valid_from,
  'validUntil', t.valid_until`

const ofOwnRetailer = (scope: Scope) => sql`t.captured_at > ${scope.ordersSince} and ${isOwnRetailer(scope)}`

const orders: Omit<Shape, 'isMine'> = {
  from: sql`orders t join retailers r on r.id = t.retailer_id join accounts a on a.id = t.account_id`,
  key: sql`t.id`,
  row: sql`json_build_object('id', t.id, 'number', t.number, 'kind', t.kind, 'retailerId', t.retailer_id,
    'capturedAt', ${iso('t.captured_at')}, 'by', ${fullName}, 'totalCents', t.total_cents, 'source', t.source,
    'status', t.status, 'requestedDay', t.requested_day, 'validUntil', t.valid_until, 'quoteId', t.quote_id,
    'contactId', t.contact_id, 'customerNote', t.customer_note,
    'lines', (select coalesce(json_agg(json_build_object('productId', l.product_id, 'quantity', l.quantity,
      'priceCents', l.price_cents, 'name', p.name) order by l.place), '[]')
      from order_lines l join products p on p.id = l.product_id where l.order_id = t.id))`,
}

const shapes: Record<Collection, Shape> = {
  retailers: {
    from: sql`retailers t`,
    key: sql`t.id`,
    isMine: scope => isOwnRetailer(scope, 't'),
    row: sql`json_build_object('id', t.id, 'name', t.name, 'accountNumber', t.account_number,
      'territoryId', t.territory_id, 'address', json_build_object('line', t.address_line, 'town', t.town,
      'postcode', t.postcode), 'phone', t.phone, 'type', t.retailer_type, 'grade', t.grade, 'chain', t.chain,
      'creditStatus', t.credit_status, 'priceListId', t.price_list_id, 'notes', t.notes)`,
  },
  contacts: {
    from: sql`contacts t join retailers r on r.id = t.retailer_id join accounts a on a.id = t.account_id`,
    key: sql`t.account_id`,
    isMine: scope => sql`a.is_active and ${isOwnRetailer(scope)}`,
    row: sql`json_build_object('id', t.account_id, 'retailerId', t.retailer_id, 'fullName', ${fullName}, 'role', t.role,
      'email', t.email, 'phone', t.phone, 'hasWebsiteAccess', t.has_website_access)`,
  },
  products: {
    from: sql`products t left join categories g on g.id = t.category_id`,
    key: sql`t.id`,
    isMine: () => sql`t.is_active`,
    row: sql`json_build_object('id', t.id, 'code', t.code, 'barcode', t.barcode, 'name', t.name,
      'category', coalesce(g.path, ''), 'unit', t.unit, 'priceCents', t.price_cents, 'packSize', t.pack_size,
      'taxClass', t.tax_class, 'description', t.description,
      'pictures', (select coalesce(json_agg(json_build_object('hash', i.content_hash, 'alt', i.alt) order by i.place), '[]')
        from product_pictures i where i.product_id = t.id))`,
  },
  categories: {
    from: sql`categories t`,
    key: sql`t.id`,
    isMine: () => sql`true`,
    row: sql`json_build_object('id', t.id, 'parentId', t.parent_id, 'name', t.name, 'path', t.path, 'place', t.place)`,
  },
  prices: {
    from: withRetailer('prices'),
    key: sql`t.id`,
    isMine: scope => sql`${isOwnRetailer(scope)} and ${isPlainPrice}`,
    row: sql`json_build_object('id', t.id, 'retailerId', t.retailer_id, 'productId', t.product_id,
      'priceCents', t.price_cents)`,
  },
  // An app from before price breaks takes every row of `prices` as the price of one unit today.
  priceBreaks: {
    from: withRetailer('prices'),
    key: sql`t.id`,
    isMine: scope => sql`${isOwnRetailer(scope)} and not (${isPlainPrice})`,
    row: sql`json_build_object('id', t.id, 'retailerId', t.retailer_id, 'productId', t.product_id, ${priceColumns})`,
  },
  listPrices: {
    from: sql`list_prices t`,
    key: sql`t.id`,
    isMine: ({ priceListIds }) => sql`t.price_list_id = any(${sql.val(priceListIds)}::uuid[])`,
    row: sql`json_build_object('id', t.id, 'priceListId', t.price_list_id, 'productId', t.product_id, ${priceColumns})`,
  },
  visits: {
    from: withRetailer('visits'),
    key: sql`t.id`,
    isMine: scope => sql`${isOwn(scope)} and ${isOwnRetailer(scope)}`,
    row: sql`json_build_object('id', t.id, 'retailerId', t.retailer_id, 'at', ${iso('t.at')}, 'note', t.note)`,
  },
  targets: {
    from: sql`targets t`,
    key: sql`t.id`,
    isMine: isOwn,
    row: sql`json_build_object('id', t.id, 'month', t.month, 'amountCents', t.amount_cents, 'soldCents', t.sold_cents)`,
  },
  orders: { ...orders, isMine: scope => sql`t.kind <> 'return' and ${ofOwnRetailer(scope)}` },
  returns: { ...orders, isMine: scope => sql`t.kind = 'return' and ${ofOwnRetailer(scope)}` },
}

/**
 * The next rows in the order of their last change. All of them committed before `below`, so rows committed
 * later can't sort before rows already returned.
 */
export function nextRows(collection: Collection, scope: Scope, span: Span): RawBuilder<PulledRow> {
  const { from, key, isMine, row } = shapes[collection]
  const { stamp, id, below, toldFrom, most } = span
  const mine = isMine(scope)
  return sql<PulledRow>`
    (select ${key} as id, t.changed_in, case when ${mine} then (${row})::text end as row
      from ${from}
      where (t.changed_in, ${key}) > (${stamp}::bigint, ${id}::uuid) and t.changed_in < ${below}::bigint
        and ((${mine}) or t.changed_in >= ${toldFrom}::bigint)
      order by t.changed_in, ${key} limit ${most})
    union all
    (select t.id, t.changed_in, null from tombstones t
      where t.collection = ${collection} and (t.changed_in, t.id) > (${stamp}::bigint, ${id}::uuid)
        and t.changed_in < ${below}::bigint and t.changed_in >= ${toldFrom}::bigint
      order by t.changed_in, t.id limit ${most})
    order by changed_in, id limit ${most}`
}

export async function countRows(db: Queryable, collection: Collection, scope: Scope): Promise<number> {
  const { from, isMine } = shapes[collection]
  const { rows } = await sql<{ count: string }>`select count(*) from ${from} where ${isMine(scope)}`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

/** The price lists of the open retailers in these territories. */
export async function listPriceListsOf(db: Queryable, territoryIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('retailers')
    .select('price_list_id')
    .distinct()
    .where('territory_id', 'in', territoryIds)
    .where('is_active', '=', true)
    .where('price_list_id', 'is not', null)
    .execute()
  return rows.flatMap(({ price_list_id }) => price_list_id ?? [])
}

export async function listTerritoriesOf(db: Queryable, accountId: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('user_territories as u')
    .innerJoin('territories as t', 't.id', 'u.territory_id')
    .select(['t.id', 't.name'])
    .where('u.account_id', '=', accountId)
    .orderBy('t.name')
    .execute()
}

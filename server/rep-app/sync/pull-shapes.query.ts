import { type RawBuilder, sql } from 'kysely'
import type { Collection } from '../../../shared/contract/app-rows.ts'
import { isSold } from '../../trade/catalogue/sold-products.query.ts'

/** The rows that belong to a rep. */
export type Scope = {
  accountId: string
  territoryIds: readonly string[]
  priceListIds: readonly string[]
  ordersSince: Date
  /** The first month of the sales, as YYYY-MM. */
  salesSince: string
}

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

/** Where the rows of a collection come from, which belong to a rep, and what the app gets of them. */
export const shapes: Record<Collection, Shape> = {
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
    isMine: () => isSold('t'),
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
  notes: {
    from: sql`notes t join retailers r on r.id = t.retailer_id join accounts a on a.id = t.account_id`,
    key: sql`t.id`,
    isMine: ofOwnRetailer,
    row: sql`json_build_object('id', t.id, 'retailerId', t.retailer_id, 'capturedAt', ${iso('t.captured_at')},
      'by', ${fullName}, 'text', t.text)`,
  },
  sales: {
    from: withRetailer('retailer_months'),
    key: sql`t.id`,
    isMine: scope => sql`t.month >= ${scope.salesSince} and ${isOwnRetailer(scope)}`,
    row: sql`json_build_object('id', t.id, 'retailerId', t.retailer_id, 'month', t.month, 'soldCents', t.sold_cents,
      'orders', t.orders)`,
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

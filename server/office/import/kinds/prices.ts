import { listKey } from '../../../trade/prices/price-lists.store.ts'
import { listListPriceRows, listRetailerPriceRows } from '../../../trade/prices/price-rows.query.ts'
import { upsertListPrices } from '../../../trade/prices/upsert-list-prices.ts'
import { upsertPrices } from '../../../trade/prices/upsert-prices.ts'
import type { BatchImport, ExportedImport, RowValues } from './batch-import.ts'
import { accountNumberColumn, amountColumn, dayColumn, productCodeColumn, textColumn, wholeColumn } from './columns.ts'

const conditions: BatchImport['columns'] = {
  'product-code': productCodeColumn,
  'minimum-quantity': wholeColumn({
    to: 'minimumQuantity',
    also: ['min quantity', 'min qty', 'from quantity', 'quantity', 'menge ab', 'ab menge', 'mindestmenge'],
    example: '1',
  }),
  'valid-from': dayColumn({
    to: 'validFrom',
    also: ['from', 'start', 'start date', 'first day', 'gültig ab', 'valable dès'],
    example: '',
    whenEmpty: null,
  }),
  'valid-until': dayColumn({
    to: 'validUntil',
    also: ['until', 'to', 'end', 'end date', 'last day', 'valid to', 'gültig bis'],
    example: '',
    whenEmpty: null,
  }),
  price: amountColumn({
    to: 'priceCents',
    also: ['unit price', 'net price', 'fixed price', 'preis', 'prix'],
    example: '4.50',
    mostCents: 100_000_000,
  }),
}

const conditionKey = ({ code, minimumQuantity, validFrom }: RowValues) => [
  code ?? null,
  minimumQuantity ?? 1,
  validFrom ?? null,
]

/** Prices of price lists. A list that doesn't exist is made. */
export const listPricesImport: ExportedImport = {
  columns: {
    'price-list': textColumn({
      to: 'priceList',
      also: ['list', 'pricelist', 'price list name', 'preisliste', 'tarif'],
      example: 'Pubs',
    }),
    ...conditions,
  },
  key: values => [listKey(String(values.priceList ?? '')), ...conditionKey(values)],
  write: async (tx, rows, { upsert }) => (await upsertListPrices(tx, rows, upsert)).results,
  list: listListPriceRows,
}

/** Prices of one retailer each. */
export const retailerPricesImport: ExportedImport = {
  columns: { 'account-number': accountNumberColumn, ...conditions },
  key: values => [values.accountNumber ?? null, ...conditionKey(values)],
  write: async (tx, rows, { upsert }) => (await upsertPrices(tx, rows, upsert)).results,
  list: listRetailerPriceRows,
}

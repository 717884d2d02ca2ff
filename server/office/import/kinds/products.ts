import { listProductRows } from '../../../trade/catalogue/product-rows.query.ts'
import { upsertProducts } from '../../../trade/catalogue/upsert-products.ts'
import type { ExportedImport } from './batch-import.ts'
import {
  amountColumn,
  codeColumn,
  productCodeColumn,
  textColumn,
  wholeColumn,
  wordColumn,
  yesNoColumn,
} from './columns.ts'

export const productsImport: ExportedImport = {
  columns: {
    'product-code': productCodeColumn,
    'product-name': textColumn({
      to: 'name',
      also: ['name', 'product', 'title', 'item name', 'bezeichnung', 'artikel', 'désignation'],
      example: 'Elderflower cordial',
    }),
    category: textColumn({
      to: 'category',
      also: ['product category', 'categories', 'group', 'product group', 'warengruppe', 'kategorie', 'catégorie'],
      example: 'Drinks > Soft drinks',
    }),
    unit: textColumn({
      to: 'unit',
      also: ['uom', 'unit of measure', 'sales unit', 'einheit', 'unité'],
      example: 'case',
    }),
    'pack-size': wholeColumn({
      to: 'packSize',
      also: ['pack', 'units per pack', 'case size', 'pack quantity', 'packungsgröße'],
      example: '12',
    }),
    barcode: codeColumn({ to: 'barcode', also: ['ean', 'ean13', 'gtin', 'upc', 'ean code'], example: '4001234567890' }),
    price: amountColumn({
      to: 'priceCents',
      also: ['base price', 'unit price', 'list price', 'sales price', 'net price', 'preis', 'verkaufspreis', 'prix'],
      example: '4.80',
      mostCents: 100_000_000,
    }),
    'tax-class': wordColumn({ to: 'taxClass', also: ['tax', 'vat', 'tax code', 'vat code'], example: 'standard' }),
    description: textColumn({ to: 'description', also: ['details', 'long text', 'beschreibung'], example: '' }),
    active: yesNoColumn({ to: 'isActive', also: ['is active', 'sold', 'enabled', 'aktiv'], example: 'yes' }),
  },
  key: ({ code }) => [code ?? null],
  write: async (tx, rows, { upsert }) => (await upsertProducts(tx, rows, upsert)).results,
  list: listProductRows,
}

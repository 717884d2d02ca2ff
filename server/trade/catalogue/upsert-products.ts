import { type ProductToWrite, productToWrite } from '../../../shared/contract/trade-rows.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { stated } from '../../platform/rows/stated.ts'
import { type Judgement, type Upserted, type UpsertRows, upsertRows } from '../../platform/rows/upsert-rows.ts'
import { listTaxClasses } from './catalogue.query.ts'
import { categoryKey, categoryWords, readCategoryPath } from './category-path.ts'
import { ensureCategories } from './ensure-categories.ts'
import { lockProducts, type ProductRow, saveProducts } from './products.store.ts'

/** Adds and changes products by their code, and adds the categories that they name. */
export async function upsertProducts(
  tx: Tx,
  rows: readonly unknown[],
  upsert: UpsertRows = upsertRows,
): Promise<Upserted<ProductRow>> {
  return upsert(tx, rows, {
    name: 'products',
    shape: productToWrite,
    key: { of: ({ code }) => code, field: 'code', words: 'This code' },
    prepare: prepareProducts,
    insert: saveProducts,
    update: saveProducts,
  })
}

type Known = {
  products: ReadonlyMap<string, ProductRow>
  categories: ReadonlyMap<string, string>
  taxClasses: ReadonlySet<string>
}

async function prepareProducts(tx: Tx, given: readonly ProductToWrite[]) {
  const known: Known = {
    taxClasses: await listTaxClasses(tx),
    products: await lockProducts(
      tx,
      given.map(({ code }) => code),
    ),
    categories: new Map(),
  }
  const accepted = given.filter(product => !('message' in judgeProduct(product, known)))
  const paths = accepted.flatMap(({ category }) => category || [])
  const categories = await ensureCategories(tx, paths)
  return (product: ProductToWrite) => judgeProduct(product, { ...known, categories })
}

const fresh = {
  category_id: null,
  unit: 'each',
  barcode: '',
  pack_size: 1,
  tax_class: 'standard',
  description: '',
  is_active: true,
}

function judgeProduct(product: ProductToWrite, { products, categories, taxClasses }: Known): Judgement<ProductRow> {
  const { code, category, taxClass } = product
  const before = products.get(code)
  const name = product.name ?? before?.name
  const priceCents = product.priceCents ?? before?.price_cents
  if (name === undefined || priceCents === undefined) {
    const field = name === undefined ? 'name' : 'priceCents'
    return { field, message: 'A new product needs name and priceCents.' }
  }
  if (category && !readCategoryPath(category)) return { field: 'category', message: categoryWords }
  if (taxClass !== undefined && !taxClasses.has(taxClass)) {
    return { field: 'taxClass', message: `There is no tax class ${taxClass}.` }
  }
  const changes = stated({
    category_id: category === undefined ? undefined : (categories.get(categoryKey(category)) ?? null),
    unit: product.unit,
    barcode: product.barcode,
    pack_size: product.packSize,
    tax_class: taxClass,
    description: product.description,
    is_active: product.isActive,
  })
  return { before, after: { ...fresh, ...before, ...changes, code, name, price_cents: priceCents } }
}

import { type ProductToWrite, productToWrite, type RowResult } from '../../../shared/contract/integration.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { listTaxClasses } from './catalogue.query.ts'
import { categoryKey, readCategoryPath } from './category-path.ts'
import { ensureCategories } from './ensure-categories.ts'
import { insertProducts, lockProducts, type ProductRow, updateProducts } from './products.store.ts'

type Readable = { row: number; product: ProductToWrite }

/**
 * Adds and changes products by their code. Each row is judged on its own: a bad one is rejected with its field and a
 * reason, and doesn't stop the others. The same rows a second time change nothing.
 */
export async function upsertProducts(tx: Tx, rows: readonly unknown[]): Promise<RowResult[]> {
  const results: RowResult[] = []
  const readable: Readable[] = []
  const seen = new Set<string>()
  const taxClasses = await listTaxClasses(tx)
  for (const [row, given] of rows.entries()) {
    const problem = readRow(given, { seen, taxClasses })
    if ('message' in problem) results.push({ row, outcome: 'rejected', problem })
    else readable.push({ row, product: problem })
  }
  const known = await lockProducts(
    tx,
    readable.map(({ product }) => product.code),
  )
  const categories = await ensureCategories(
    tx,
    readable.flatMap(({ product }) => product.category || []),
  )
  const [toAdd, toChange]: [ProductRow[], ProductRow[]] = [[], []]
  for (const { row, product } of readable) {
    const before = known.get(product.code)
    const after = merge(before, product, categories)
    const outcome = after ? outcomeOf(before, after) : 'rejected'
    if (after && outcome === 'created') toAdd.push(after)
    if (after && outcome === 'updated') toChange.push(after)
    results.push({ row, outcome, ...(!after && { problem: incomplete }) })
  }
  await insertProducts(tx, toAdd)
  await updateProducts(tx, toChange)
  return results.sort((one, other) => one.row - other.row)
}

const incomplete = { field: 'name', message: 'A new product needs name and priceCents.' }

const outcomeOf = (before: ProductRow | undefined, after: ProductRow): RowResult['outcome'] => {
  if (!before) return 'created'
  return JSON.stringify(before) === JSON.stringify(after) ? 'unchanged' : 'updated'
}

type Judging = { seen: Set<string>; taxClasses: ReadonlySet<string> }

function readRow(given: unknown, { seen, taxClasses }: Judging): ProductToWrite | { field: string; message: string } {
  const read = productToWrite.safeParse(given)
  if (!read.success) {
    const [issue] = read.error.issues
    return { field: issue?.path.join('.') ?? '', message: issue?.message ?? 'This row cannot be read.' }
  }
  const { code, category, taxClass } = read.data
  if (seen.has(code)) return { field: 'code', message: 'This code is in an earlier row of the same call.' }
  seen.add(code)
  if (category && !readCategoryPath(category)) {
    return { field: 'category', message: 'A category is a path of one to three names, such as Drinks > Soft drinks.' }
  }
  if (taxClass !== undefined && !taxClasses.has(taxClass)) {
    return { field: 'taxClass', message: `There is no tax class ${taxClass}.` }
  }
  return read.data
}

const fresh = { unit: 'each', barcode: '', pack_size: 1, tax_class: 'standard', description: '', is_active: true }

/** Undefined for a new product without a name or a price. */
function merge(
  before: ProductRow | undefined,
  product: ProductToWrite,
  categories: ReadonlyMap<string, string>,
): ProductRow | undefined {
  const { code, category } = product
  const name = product.name ?? before?.name
  const priceCents = product.priceCents ?? before?.price_cents
  if (name === undefined || priceCents === undefined) return undefined
  const present = before ?? fresh
  return {
    code,
    name,
    price_cents: priceCents,
    category_id:
      category === undefined ? (before?.category_id ?? null) : (categories.get(categoryKey(category)) ?? null),
    unit: product.unit ?? present.unit,
    barcode: product.barcode ?? present.barcode,
    pack_size: product.packSize ?? present.pack_size,
    tax_class: product.taxClass ?? present.tax_class,
    description: product.description ?? present.description,
    is_active: product.isActive ?? present.is_active,
  }
}

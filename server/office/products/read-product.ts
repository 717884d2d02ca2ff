import type { ProductChoices, ProductDetails } from '../../../shared/contract/products.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Db } from '../../platform/database/tables.ts'
import { listTaxClassNames } from '../../trade/catalogue/catalogue.query.ts'
import { findCategoryPath } from '../../trade/catalogue/categories.store.ts'
import { picturesOf } from '../../trade/catalogue/product-pictures.store.ts'
import { findProduct } from '../../trade/catalogue/products.store.ts'
import { versionOf } from './product-version.ts'

async function readChoices(db: Db): Promise<ProductChoices> {
  const [{ currency }, taxClasses] = await Promise.all([getOrganisation(db), listTaxClassNames(db)])
  return { currency, taxClasses }
}

export function createReadProductChoices({ db }: { db: Db }) {
  return (): Promise<ProductChoices> => readChoices(db)
}

/** Reads one product with its pictures. Undefined if it doesn't exist. */
export function createReadProduct({ db }: { db: Db }) {
  return async function readProduct(id: string): Promise<ProductDetails | undefined> {
    const row = await findProduct(db, id)
    if (!row) return undefined
    const [category, pictures, choices] = await Promise.all([
      row.category_id === null ? '' : findCategoryPath(db, row.category_id),
      picturesOf(db, [id]),
      readChoices(db),
    ])
    return {
      id,
      code: row.code,
      name: row.name,
      category: category ?? '',
      unit: row.unit,
      packSize: row.pack_size,
      barcode: row.barcode,
      priceCents: row.price_cents,
      status: row.is_active ? 'active' : 'inactive',
      taxClass: row.tax_class,
      description: row.description,
      version: versionOf(row),
      pictures: (pictures.get(id) ?? []).map(picture => ({ id: picture.id, hash: picture.hash, alt: picture.alt })),
      ...choices,
    }
  }
}

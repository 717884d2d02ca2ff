import type { NewProduct, ProductChange } from '../../../shared/contract/products.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import { lockWriters } from '../../platform/database/lock-writers.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import { findProductIds, lockProduct, lockProducts, type ProductRow } from '../../trade/catalogue/products.store.ts'
import { upsertProducts } from '../../trade/catalogue/upsert-products.ts'
import { versionOf } from './product-version.ts'

type Needs = { db: Db; clock: Clock }
type Rejected = { kind: 'row-rejected'; text: string }
export type ProductAdded = { kind: 'added'; id: string } | { kind: 'code-taken' } | Rejected
export type ProductChanged =
  | { kind: 'changed'; code: string }
  | { kind: 'no-such-product' | 'product-changed' }
  | Rejected
export type StatusSet = { kind: 'done'; code: string } | { kind: 'no-such-product' }

/** Adds a product. A code is never reused, because imports and old orders know the product by it. */
export function createAddProduct({ db, clock }: Needs) {
  return async function addProduct(command: { product: NewProduct; authority: Authority }): Promise<ProductAdded> {
    const { product, authority } = command
    return db.transaction().execute(async tx => {
      await lockWriters(tx, 'products')
      if ((await lockProducts(tx, [product.code])).size > 0) return { kind: 'code-taken' as const }
      const problem = await write(tx, product)
      if (problem) return problem
      const id = (await findProductIds(tx, [product.code])).get(product.code) ?? ''
      const details = { product: product.code }
      await recordEvent(tx, { at: clock.now(), action: 'product-added', ...authority, details })
      return { kind: 'added' as const, id }
    })
  }
}

/** Changes a product, unless someone changed it after the administrator read it. */
export function createChangeProduct({ db, clock }: Needs) {
  return async function changeProduct(command: {
    id: string
    change: ProductChange
    authority: Authority
  }): Promise<ProductChanged> {
    const { version, ...fields } = command.change
    return db.transaction().execute(async tx => {
      await lockWriters(tx, 'products')
      const before = await lockProduct(tx, command.id)
      if (!before) return { kind: 'no-such-product' as const }
      if (versionOf(before) !== version) return { kind: 'product-changed' as const }
      const { code } = before
      const problem = await write(tx, { code, ...fields })
      if (problem) return problem
      const details = { product: code, fields: namesOfChanged(before, await lockProduct(tx, command.id)) }
      await recordEvent(tx, { at: clock.now(), action: 'product-changed', ...command.authority, details })
      return { kind: 'changed' as const, code }
    })
  }
}

/** An inactive product stays on old orders and lists, and no one can order it. */
export function createSetProductActive({ db, clock }: Needs) {
  return async function setProductActive(command: {
    id: string
    isActive: boolean
    authority: Authority
  }): Promise<StatusSet> {
    const { id, isActive, authority } = command
    return db.transaction().execute(async tx => {
      await lockWriters(tx, 'products')
      const before = await lockProduct(tx, id)
      if (!before) return { kind: 'no-such-product' as const }
      const { code } = before
      if (before.is_active === isActive) return { kind: 'done' as const, code }
      await upsertProducts(tx, [{ code, isActive }])
      const action = isActive ? 'product-reactivated' : 'product-deactivated'
      await recordEvent(tx, { at: clock.now(), action, ...authority, details: { product: code } })
      return { kind: 'done' as const, code }
    })
  }
}

function namesOfChanged(before: ProductRow, after: ProductRow | undefined): string {
  const names = Object.keys(before) as (keyof ProductRow)[]
  return names.filter(name => before[name] !== after?.[name]).join(', ')
}

async function write(tx: Tx, product: object): Promise<Rejected | undefined> {
  const {
    results: [result],
  } = await upsertProducts(tx, [product])
  return result?.problem && { kind: 'row-rejected', text: result.problem.message }
}

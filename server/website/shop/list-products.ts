import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { ShopContact } from './find-visitor.ts'
import { findProductIds, findSimilarIds, listShopCategories, type ShopCategory } from './products.query.ts'
import type { ReadProducts, ShopProduct } from './read-products.ts'

export type ProductQuestion = { search: string; category: string | undefined; page: number }
export type Branch = ShopCategory & { isOpen: boolean; isChosen: boolean; children: Branch[] }

export type ProductList = {
  products: ShopProduct[]
  hasMore: boolean
  /** The words were found nowhere: these products have similar ones. */
  isSimilar: boolean
  tree: Branch[]
  /** Undefined if none is chosen. Null if no category has this slug. */
  category: ShopCategory | undefined | null
  currency: string
}

const pageSize = 24

/** Lists the products that a retailer may buy, by words and category. A search that finds nothing forgives typing errors. */
export function createListProducts({ db, readProducts }: { db: Db; readProducts: ReadProducts }) {
  async function find(question: ProductQuestion, categoryId: string | undefined) {
    const { search, page } = question
    const found = await findProductIds(db, { search, categoryId, page, size: pageSize })
    if (found.rows.length > 0 || search === '' || page > 1) return { ...found, isSimilar: false }
    return { rows: await findSimilarIds(db, { search, categoryId, size: pageSize }), hasMore: false, isSimilar: true }
  }

  return async function listProducts(contact: ShopContact, question: ProductQuestion): Promise<ProductList> {
    const [categories, { currency }] = await Promise.all([listShopCategories(db), getOrganisation(db)])
    const named = categories.find(({ slug }) => slug === question.category)
    const category = question.category === undefined ? undefined : (named ?? null)
    const tree = branchesOf(categories, named)
    const nothing = { products: [], hasMore: false, isSimilar: false }
    if (category === null) return { ...nothing, tree, category, currency }
    const { rows, hasMore, isSimilar } = await find(question, category?.id)
    const ids = rows.map(({ id }) => id)
    const products = await readProducts({ ids, retailerId: contact.retailerId, contactId: contact.id })
    return { products, hasMore, isSimilar: isSimilar && products.length > 0, tree, category, currency }
  }
}

/** The tree without empty branches. The way to the chosen category is open. */
function branchesOf(categories: readonly ShopCategory[], chosen: ShopCategory | undefined): Branch[] {
  const byParent = Map.groupBy(categories, ({ parentId }) => parentId)
  const grow = (parentId: string | null): Branch[] =>
    (byParent.get(parentId) ?? []).flatMap(category => {
      const children = grow(category.id)
      if (!category.hasProducts && children.length === 0) return []
      const isChosen = category.id === chosen?.id
      return [{ ...category, children, isChosen, isOpen: isChosen || children.some(({ isOpen }) => isOpen) }]
    })
  return grow(null)
}

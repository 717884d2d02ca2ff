import { productGaps, productSorts, productStatuses } from '../../shared/contract/product-lists.ts'
import type { ProductQuery } from '../../shared/contract/products.ts'
import { sortOrders } from '../../shared/contract/user-lists.ts'
import { type Parameters, pickParameters, readPaging } from './list-search.ts'

/** The part of the list that the address keeps: only what differs from the list as it first appears. */
export type ProductSearch = Partial<ProductQuery>

export function readProductSearch(parameters: Parameters): ProductSearch {
  const filters = pickParameters<ProductSearch>(parameters, {
    category: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    status: productStatuses,
    without: productGaps,
    sort: productSorts,
    order: sortOrders,
  })
  return { ...readPaging(parameters), ...filters }
}

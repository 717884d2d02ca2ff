import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { CategoryList } from '../../shared/contract/categories.ts'
import type { ProductChoices, ProductDetails, ProductPage } from '../../shared/contract/products.ts'
import { ask } from './ask.ts'
import type { ProductSearch } from './product-search.ts'
import { textsOf } from './queries.ts'

export const productsQuery = (search: ProductSearch) =>
  queryOptions({
    queryKey: ['products', search],
    queryFn: () => ask<ProductPage>(`/products?${textsOf(search)}`),
    placeholderData: keepPreviousData,
  })

export const productQuery = (id: string) =>
  queryOptions({
    queryKey: ['product', id],
    queryFn: () => ask<ProductDetails>(`/products/${encodeURIComponent(id)}`),
  })

/** What the form of a new product offers. */
export const productChoicesQuery = queryOptions({
  queryKey: ['product', 'choices'],
  queryFn: () => ask<ProductChoices>('/products/choices'),
})

export const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: () => ask<CategoryList>('/categories'),
})

import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { PriceCheck, PriceListDetails, PriceListPage, PriceRowPage } from '../../shared/contract/prices.ts'
import { ask } from './ask.ts'
import { type Paging, type Parameters, readPaging } from './list-search.ts'
import { textsOf } from './queries.ts'

/** The part of the list that the address keeps: only what differs from the list as it first appears. */
export type PriceSearch = Paging

export const readPriceSearch = (parameters: Parameters): PriceSearch => readPaging(parameters)

export const priceListsQuery = (search: PriceSearch) =>
  queryOptions({
    queryKey: ['price-lists', search],
    queryFn: () => ask<PriceListPage>(`/price-lists?${textsOf(search)}`),
    placeholderData: keepPreviousData,
  })

export const priceListQuery = (id: string) =>
  queryOptions({ queryKey: ['price-list', id], queryFn: () => ask<PriceListDetails>(`/price-lists/${id}`) })

/** `path` is that of the price list or the retailer in the API. */
export const pricesQuery = (path: string, search: PriceSearch) =>
  queryOptions({
    queryKey: ['prices', path, search],
    queryFn: () => ask<PriceRowPage>(`${path}/prices?${textsOf(search)}`),
    placeholderData: keepPreviousData,
  })

export type PriceQuestion = { retailerId: string; code: string; quantity: string; day: string }

export const priceCheckQuery = ({ retailerId, code, quantity, day }: PriceQuestion) =>
  queryOptions({
    queryKey: ['prices', 'check', retailerId, code, quantity, day],
    queryFn: () =>
      ask<PriceCheck>(`/retailers/${retailerId}/price-check?${textsOf({ code, quantity, day: day || undefined })}`),
    retry: false,
  })

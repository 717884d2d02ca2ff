import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Choices, NotePage, OrderDetails, OrderPage, QuoteCheck } from '../../shared/contract/orders.ts'
import { ask } from './ask.ts'
import type { NoteSearch, OrderSearch } from './order-search.ts'
import { textsOf } from './queries.ts'

/** Polls, because orders arrive while the list is open. */
export const ordersQuery = (search: OrderSearch) =>
  queryOptions({
    queryKey: ['orders', search],
    queryFn: () => ask<OrderPage>(`/orders?${textsOf(search)}`),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  })

export const orderQuery = (id: string) =>
  queryOptions({ queryKey: ['order', id], queryFn: () => ask<OrderDetails>(`/orders/${encodeURIComponent(id)}`) })

/** Never cached: prices may change until the order is placed. */
export const quoteCheckQuery = (id: string) =>
  queryOptions({
    queryKey: ['quote-check', id],
    queryFn: () => ask<QuoteCheck>(`/orders/${encodeURIComponent(id)}/price-check`),
    gcTime: 0,
    staleTime: 0,
  })

type ChoiceQuestion = { of: 'rep' | 'retailer' } & ({ search: string } | { id: string })

/** Finds reps or retailers by the typed text, or one by its id. */
export const choicesQuery = (asked: ChoiceQuestion) =>
  queryOptions({
    queryKey: ['order-choices', asked],
    queryFn: () => ask<Choices>(`/orders/choices?${textsOf(asked)}`),
    placeholderData: keepPreviousData,
  })

export const notesQuery = (search: NoteSearch & { size?: number }) =>
  queryOptions({
    queryKey: ['notes', search],
    queryFn: () => ask<NotePage>(`/notes?${textsOf(search)}`),
    placeholderData: keepPreviousData,
  })

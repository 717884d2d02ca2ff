import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { TargetPage } from '../../shared/contract/targets.ts'
import type { RepList, VisitPlaces, VisitWeek } from '../../shared/contract/visits.ts'
import { ask } from './ask.ts'
import type { TargetSearch } from './planning-search.ts'
import { textsOf } from './queries.ts'

/** Reps by the typed text, or one rep by its id. */
export const repsQuery = (asked: { search: string } | { id: string }) =>
  queryOptions({
    queryKey: ['reps', asked],
    queryFn: () => ask<RepList>(`/reps?${textsOf(asked)}`),
    placeholderData: keepPreviousData,
  })

export const visitsQuery = (rep: string, from: string | undefined) =>
  queryOptions({
    queryKey: ['visits', rep, from],
    queryFn: () => ask<VisitWeek>(`/visits?${textsOf({ rep, from })}`),
    placeholderData: keepPreviousData,
  })

export const visitPlacesQuery = (rep: string, search: string) =>
  queryOptions({
    queryKey: ['visit-places', rep, search],
    queryFn: () => ask<VisitPlaces>(`/visits/retailers?${textsOf({ rep, search })}`),
    placeholderData: keepPreviousData,
  })

export const targetsQuery = ({ month: _, ...search }: TargetSearch) =>
  queryOptions({
    queryKey: ['targets', search],
    queryFn: () => ask<TargetPage>(`/targets?${textsOf(search)}`),
    placeholderData: keepPreviousData,
  })

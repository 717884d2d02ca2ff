import { type Parameters, pickParameters, readPaging } from './list-search.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The rep, and a day of the week that is shown. */
export type VisitSearch = { rep?: string; day?: string }

export function readVisitSearch(parameters: Parameters): VisitSearch {
  const { day, ...rest } = pickParameters<VisitSearch>(parameters, { rep: uuid, day: /^[12]\d{3}-\d{2}-\d{2}$/ })
  return { ...rest, ...(day !== undefined && !Number.isNaN(Date.parse(day)) && { day }) }
}

/** `month` is the one that a narrow screen shows, from 1 to 12. */
export type TargetSearch = { search?: string; year?: number; month?: number; after?: string; size?: number }

export function readTargetSearch(parameters: Parameters): TargetSearch {
  const { page: _, ...paging } = readPaging(parameters)
  const [year, month] = [Number(parameters.year), Number(parameters.month)]
  return {
    ...paging,
    ...pickParameters<TargetSearch>(parameters, { after: uuid }),
    ...(Number.isInteger(year) && year >= 2000 && year <= 2999 && { year }),
    ...(Number.isInteger(month) && month >= 1 && month <= 12 && { month }),
  }
}

import { retailerSorts, retailerStatuses, websiteAccessChoices } from '../../shared/contract/retailer-lists.ts'
import type { RetailerQuery } from '../../shared/contract/retailers.ts'
import { sortOrders } from '../../shared/contract/user-lists.ts'
import { type Parameters, pickParameters, readPaging } from './list-search.ts'

/** The part of the list that the address keeps: only what differs from the list as it first appears. */
export type RetailerSearch = Partial<RetailerQuery>

export function readRetailerSearch(parameters: Parameters): RetailerSearch {
  const filters = pickParameters<RetailerSearch>(parameters, {
    status: retailerStatuses,
    territory: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    access: websiteAccessChoices,
    sort: retailerSorts,
    order: sortOrders,
  })
  return { ...readPaging(parameters), ...filters }
}

import { retailerSorts, retailerStatuses, websiteAccessChoices } from '../../shared/contract/retailer-lists.ts'
import type { RetailerQuery } from '../../shared/contract/retailers.ts'
import { pageSizes, sortOrders } from '../../shared/contract/user-lists.ts'

/** What of the list stands in the address: only what differs from the list as it first shows. */
export type RetailerSearch = Partial<RetailerQuery>

const choices = {
  status: retailerStatuses,
  access: websiteAccessChoices,
  sort: retailerSorts,
  order: sortOrders,
} as const
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Reads an address that anybody may have typed: what makes no sense is left out. */
export function readRetailerSearch(raw: Record<string, unknown>): RetailerSearch {
  const pick = <Name extends keyof typeof choices>(name: Name) => {
    const found = choices[name].find(choice => choice === raw[name])
    return found === undefined ? {} : { [name]: found }
  }
  const text = typeof raw.search === 'string' || typeof raw.search === 'number' ? String(raw.search) : ''
  const page = Number(raw.page)
  const size = pageSizes.find(one => one === Number(raw.size))
  return {
    ...(text !== '' && { search: text.slice(0, 100) }),
    ...pick('status'),
    ...(typeof raw.territory === 'string' && uuid.test(raw.territory) && { territory: raw.territory }),
    ...pick('access'),
    ...pick('sort'),
    ...pick('order'),
    ...(Number.isInteger(page) && page > 1 && page <= 10_000 && { page }),
    ...(size !== undefined && size !== pageSizes[0] && { size }),
  }
}

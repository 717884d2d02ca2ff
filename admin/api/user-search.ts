import {
  mailChoices,
  pageSizes,
  signedInChoices,
  sortOrders,
  userSorts,
  userStatuses,
  userTypes,
} from '../../shared/contract/user-lists.ts'
import type { UserQuery } from '../../shared/contract/users.ts'

/** What of the list stands in the address: only what differs from the list as it first shows. */
export type UserSearch = Partial<UserQuery>

const choices = {
  status: userStatuses,
  type: userTypes,
  signedIn: signedInChoices,
  mail: mailChoices,
  sort: userSorts,
  order: sortOrders,
} as const

/** Reads an address that anybody may have typed: what makes no sense is left out. */
export function readUserSearch(raw: Record<string, unknown>): UserSearch {
  const pick = <Name extends keyof typeof choices>(name: Name) => {
    const found = choices[name].find(choice => choice === raw[name])
    return found === undefined ? {} : { [name]: found }
  }
  const text = typeof raw.search === 'string' || typeof raw.search === 'number' ? String(raw.search) : ''
  const role = typeof raw.role === 'string' && /^(none|[\da-f-]{36})$/.test(raw.role) ? raw.role : undefined
  const page = Number(raw.page)
  const size = pageSizes.find(one => one === Number(raw.size))
  return {
    ...(text !== '' && { search: text.slice(0, 100) }),
    ...pick('status'),
    ...pick('type'),
    ...pick('signedIn'),
    ...pick('mail'),
    ...(role !== undefined && { role }),
    ...pick('sort'),
    ...pick('order'),
    ...(Number.isInteger(page) && page > 1 && page <= 10_000 && { page }),
    ...(size !== undefined && size !== pageSizes[0] && { size }),
  }
}

import {
  mailChoices,
  signedInChoices,
  sortOrders,
  userSorts,
  userStatuses,
  userTypes,
} from '../../shared/contract/user-lists.ts'
import type { UserQuery } from '../../shared/contract/users.ts'
import { type Parameters, pickParameters, readPaging } from './list-search.ts'

/** The part of the list that the address keeps: only what differs from the list as it first appears. */
export type UserSearch = Partial<UserQuery>

export function readUserSearch(parameters: Parameters): UserSearch {
  const filters = pickParameters<UserSearch>(parameters, {
    status: userStatuses,
    type: userTypes,
    signedIn: signedInChoices,
    mail: mailChoices,
    role: /^(none|[\da-f-]{36})$/,
    sort: userSorts,
    order: sortOrders,
  })
  return { ...readPaging(parameters), ...filters }
}

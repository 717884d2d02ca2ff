import { contactSorts, invitedChoices, leftOutReasons } from '../../shared/contract/contact-lists.ts'
import type { ContactQuery } from '../../shared/contract/contacts.ts'
import type { InvitationPeopleQuery, InvitationRoundsQuery } from '../../shared/contract/invitation-rounds.ts'
import { websiteAccessChoices } from '../../shared/contract/retailer-lists.ts'
import { mailChoices, signedInChoices, sortOrders } from '../../shared/contract/user-lists.ts'
import { type Parameters, pickParameters, readPaging } from './list-search.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The part of the list that the address keeps: only what differs from the list as it first appears. */
export type ContactSearch = Partial<ContactQuery>

export function readContactSearch(parameters: Parameters): ContactSearch {
  const { page: _, ...paging } = readPaging(parameters)
  const { type } = parameters
  return {
    ...paging,
    ...pickParameters<ContactSearch>(parameters, {
      access: websiteAccessChoices,
      invited: invitedChoices,
      signedIn: signedInChoices,
      mail: mailChoices,
      territory: uuid,
      sort: contactSorts,
      order: sortOrders,
      after: uuid,
    }),
    // The router reads digits as a number.
    ...((typeof type === 'string' || typeof type === 'number') && type !== '' && { type: String(type).slice(0, 100) }),
  }
}

export type InvitationPeopleSearch = Partial<Pick<InvitationPeopleQuery, 'reason' | 'outcome' | 'after'>>

export const readInvitationPeopleSearch = (parameters: Parameters) =>
  pickParameters<InvitationPeopleSearch>(parameters, {
    outcome: ['ready', 'waiting', 'asked', 'left-out'],
    reason: leftOutReasons,
    after: uuid,
  })

export type InvitationRoundsSearch = Partial<Pick<InvitationRoundsQuery, 'before'>>

export const readInvitationRoundsSearch = (parameters: Parameters) =>
  pickParameters<InvitationRoundsSearch>(parameters, { before: uuid })

import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ContactPage } from '../../shared/contract/contacts.ts'
import type { InvitationPeople, InvitationRound, InvitationRounds } from '../../shared/contract/invitation-rounds.ts'
import type { RetailerChoices } from '../../shared/contract/retailers.ts'
import { ask } from './ask.ts'
import type { ContactSearch, InvitationPeopleSearch, InvitationRoundsSearch } from './contact-search.ts'
import { textsOf } from './queries.ts'

export const contactsQuery = (search: ContactSearch) =>
  queryOptions({
    queryKey: ['contacts', search],
    queryFn: () => ask<ContactPage>(`/contacts?${textsOf(search)}`),
    placeholderData: keepPreviousData,
  })

export const retailerChoicesQuery = queryOptions({
  queryKey: ['retailers', 'choices'],
  queryFn: () => ask<RetailerChoices>('/retailers/choices'),
})

const progressMs = 1000

/** Polls while the invitations are being sent. */
export const invitationRoundQuery = (id: string) =>
  queryOptions({
    queryKey: ['invitation-round', id],
    queryFn: () => ask<InvitationRound>(`/invitation-rounds/${encodeURIComponent(id)}`),
    refetchInterval: ({ state }) => (state.data?.state === 'sending' ? progressMs : false),
  })

export const invitationPeopleQuery = (id: string, search: InvitationPeopleSearch, isSending: boolean) =>
  queryOptions({
    queryKey: ['invitation-round', id, 'people', search],
    queryFn: () => ask<InvitationPeople>(`/invitation-rounds/${encodeURIComponent(id)}/people?${textsOf(search)}`),
    placeholderData: keepPreviousData,
    refetchInterval: isSending && 5 * progressMs,
  })

export const invitationRoundsQuery = (search: InvitationRoundsSearch) =>
  queryOptions({
    queryKey: ['invitation-rounds', search],
    queryFn: () => ask<InvitationRounds>(`/invitation-rounds?${textsOf(search)}`),
    placeholderData: keepPreviousData,
  })

import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { NewAddress } from '../../shared/contract/addresses.ts'
import type { AdministratorAnswer } from '../../shared/contract/administrator.ts'
import type { AuditChain, AuditPage, AuditPeople, AuditQuery } from '../../shared/contract/audit.ts'
import type { ClientList } from '../../shared/contract/clients.ts'
import type { CompanyProviders } from '../../shared/contract/company-sign-in.ts'
import type { HeldPage, HeldQuery, WaitingDevices } from '../../shared/contract/held-items.ts'
import type { HomeAnswer } from '../../shared/contract/home.ts'
import type {
  FailingList,
  MailHealth,
  MailMessage,
  MailPage,
  MailQuery,
  SenderChecks,
} from '../../shared/contract/mail.ts'
import type { ContactDetails, RetailerDetails, RetailerPage } from '../../shared/contract/retailers.ts'
import type { RoleList } from '../../shared/contract/roles.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import type { Subscription } from '../../shared/contract/subscription.ts'
import type { TerritoryList } from '../../shared/contract/territories.ts'
import type { UserDetails, UserPage } from '../../shared/contract/users.ts'
import { ask } from './ask.ts'
import type { RetailerSearch } from './retailer-search.ts'
import type { UserSearch } from './user-search.ts'

export const administratorQuery = queryOptions({
  queryKey: ['administrator'],
  queryFn: () => ask<AdministratorAnswer>('/administrator'),
})

export const homeQuery = queryOptions({
  queryKey: ['home'],
  queryFn: () => ask<HomeAnswer>('/home'),
  staleTime: 60_000,
})

export const rolesQuery = queryOptions({ queryKey: ['roles'], queryFn: () => ask<RoleList>('/roles') })

export const clientsQuery = queryOptions({ queryKey: ['clients'], queryFn: () => ask<ClientList>('/clients') })

export const settingsQuery = queryOptions({ queryKey: ['settings'], queryFn: () => ask<Settings>('/settings') })

export const companyProvidersQuery = queryOptions({
  queryKey: ['company-sign-in'],
  queryFn: () => ask<CompanyProviders>('/settings/company-sign-in'),
})

export const subscriptionQuery = queryOptions({
  queryKey: ['subscription'],
  queryFn: () => ask<Subscription>('/subscription'),
})

/** Polls, because an administrator who looks at it is waiting for a change. */
export const mailQuery = (query: Partial<MailQuery>) =>
  queryOptions({
    queryKey: ['mail', query],
    queryFn: () => ask<MailPage>(`/mail?${textsOf(query)}`),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  })

export const auditQuery = (query: Partial<AuditQuery>) =>
  queryOptions({
    queryKey: ['audit', query],
    queryFn: () => ask<AuditPage>(`/audit?${textsOf(query)}`),
    placeholderData: keepPreviousData,
  })

export const auditChainQuery = queryOptions({
  queryKey: ['audit-chain'],
  queryFn: () => ask<AuditChain>('/audit/chain'),
})

/** Finds accounts by the typed text, or one account by its id. */
export const auditPeopleQuery = (asked: { search: string } | { id: string }) =>
  queryOptions({
    queryKey: ['audit-people', asked],
    queryFn: () => ask<AuditPeople>(`/audit/people?${textsOf(asked)}`),
    placeholderData: keepPreviousData,
  })

/** Polls on every screen. */
export const mailHealthQuery = queryOptions({
  queryKey: ['mail', 'diagnosis'],
  queryFn: () => ask<MailHealth>('/mail/standing'),
  refetchInterval: 30_000,
})

export const failingQuery = queryOptions({
  queryKey: ['mail', 'failing'],
  queryFn: () => ask<FailingList>('/mail/failing'),
})

/** Polls until the mail server has answered. */
export const mailMessageQuery = (id: string) =>
  queryOptions({
    queryKey: ['mail', 'message', id],
    queryFn: () => ask<MailMessage>(`/mail/${encodeURIComponent(id)}`),
    refetchInterval: ({ state }) => (!state.data || state.data.state === 'waiting' ? 1000 : false),
  })

/** Never cached: each opening and each click queries DNS. */
export const senderQuery = queryOptions({
  queryKey: ['mail', 'sender'],
  queryFn: () => ask<SenderChecks>('/mail/sender'),
  gcTime: 0,
})

/** Polls, because a device may come online at any time. */
export const heldItemsQuery = (query: Partial<HeldQuery>) =>
  queryOptions({
    queryKey: ['held-items', query],
    queryFn: () => ask<HeldPage>(`/held-items?${textsOf(query)}`),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  })

export const waitingDevicesQuery = queryOptions({
  queryKey: ['waiting-devices'],
  queryFn: () => ask<WaitingDevices>('/waiting-devices'),
  refetchInterval: 10_000,
})

export const retailersQuery = (search: RetailerSearch) =>
  queryOptions({
    queryKey: ['retailers', search],
    queryFn: () => ask<RetailerPage>(`/retailers?${textsOf(search)}`),
    placeholderData: keepPreviousData,
  })

export const retailerQuery = (id: string) =>
  queryOptions({
    queryKey: ['retailer', id],
    queryFn: () => ask<RetailerDetails>(`/retailers/${encodeURIComponent(id)}`),
  })

export const contactQuery = (id: string) =>
  queryOptions({
    queryKey: ['contact', id],
    queryFn: () => ask<ContactDetails>(`/contacts/${encodeURIComponent(id)}`),
  })

export const territoriesQuery = queryOptions({
  queryKey: ['territories'],
  queryFn: () => ask<TerritoryList>('/territories'),
})

export const usersQuery = (search: UserSearch) =>
  queryOptions({
    queryKey: ['users', search],
    queryFn: () => ask<UserPage>(`/users?${textsOf(search)}`),
    // The table stays while the next page or search is loading.
    placeholderData: keepPreviousData,
  })

export const userQuery = (id: string) =>
  queryOptions({ queryKey: ['user', id], queryFn: () => ask<UserDetails>(`/users/${encodeURIComponent(id)}`) })

/** Asks whether a new address is waiting for approval. `path` is that of the user or contact in the API. */
export const newAddressQuery = (path: string) =>
  queryOptions({ queryKey: ['new-address', path], queryFn: () => ask<NewAddress>(`${path}/new-address`) })

/** A query as the parameters of an address. */
export function textsOf(search: object): URLSearchParams {
  const texts = Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return new URLSearchParams(texts)
}

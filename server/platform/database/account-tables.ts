import type { Generated } from 'kysely'
import type { UserType } from '../../../shared/contract/user-lists.ts'

/** Tables of accounts: who can sign in, who they are, and where they belong. */
type WithId = { id: Generated<string> }

export type AccountsTable = WithId & {
  kind: 'user' | 'contact'
  username: string
  username_key: string
  given_name: Generated<string>
  family_name: Generated<string>
  is_active: Generated<boolean>
  password_hash: string | null
  password_changed_at: Date | null
  locked_at: Date | null
  compromised_at: Date | null
  created_at: Date
  invited_at: Date | null
  search_text: Generated<string>
}

export type UsersTable = {
  account_id: string
  user_type: UserType
  has_licence: Generated<boolean>
  email_to: string | null
  email_to_key: Generated<string | null>
  role_id: string | null
  receives_system_messages: Generated<boolean>
}

export type UserImagesTable = { account_id: string; webp: Buffer; changed_at: Date }

type ModuleAccess = 'none' | 'read' | 'write'

export type RolesTable = WithId & {
  name: string
  users: ModuleAccess
  subscription: ModuleAccess
  retailers: ModuleAccess
  products: Generated<ModuleAccess>
  orders: Generated<ModuleAccess>
  mail: ModuleAccess
  audit: ModuleAccess
  settings: ModuleAccess
}

export type LicencesTable = { user_type: UserType; enabled: number; monthly_price_cents: Generated<number> }

export type LastSignInsTable = { account_id: string; at: Date }

export type TerritoriesTable = WithId & { name: string }

export type UserTerritoriesTable = { account_id: string; territory_id: string }

export type RetailersTable = WithId & {
  name: string
  account_number: string
  territory_id: string | null
  is_active: Generated<boolean>
  created_at: Date
  address_line: Generated<string>
  town: Generated<string>
  postcode: Generated<string>
  phone: Generated<string>
  changed_in: Generated<string>
  search_text: Generated<string>
  retailer_type: Generated<string>
  grade: Generated<string>
  chain: Generated<string>
  credit_status: Generated<'good' | 'watch' | 'hold'>
  price_list_id: string | null
  notes: Generated<string>
}

export type ContactsTable = {
  account_id: string
  retailer_id: string
  email: string
  email_key: Generated<string>
  has_website_access: Generated<boolean>
  role: Generated<string>
  phone: Generated<string>
  may_order: Generated<boolean>
  changed_in: Generated<string>
}

/** Written by triggers: the folded words of a contact and of its retailer, and the keys that a list is sorted by. */
export type ContactSearchTable = { account_id: string; words: string; name_key: string; retailer_key: string }

export type InvitationRoundsTable = {
  id: string
  state: 'draft' | 'sending' | 'done'
  not_within_days: number
  ordered_by: string
  network: string
  device: string
  created_at: Date
  started_at: Date | null
}

export type InvitationPeopleTable = {
  round_id: string
  account_id: string
  name_key: string
  outcome: 'ready' | 'waiting' | 'asked' | 'left-out'
  reason: string | null
}

export type OrganisationTable = {
  only_row: Generated<boolean>
  name: string
  contact_line: string
  security_words: Generated<string[]>
  is_demo: Generated<boolean>
  currency: Generated<string>
  colour: string | null
  hidden_after_days: Generated<number>
  time_zone: Generated<string>
  confirms_orders: Generated<boolean>
  attention_day: string | null
}

export type AddressChangesTable = WithId & {
  account_id: string
  username_before: string
  username_after: string
  address_before: string | null
  address_after: string
  proven_address: string | null
  changed_by: string | null
  changed_at: Date
  waits_until: Date | null
  objected_at: Date | null
  settled_at: Date | null
  settled_by: string | null
}

export type OrganisationLogoTable = {
  only_row: Generated<boolean>
  media_type: 'image/png' | 'image/webp'
  content: Buffer
  content_hash: string
  width: number
  height: number
}

export type SetUpFaultsTable = {
  kind:
    | 'untrusted-proxy'
    | 'no-client-address'
    | 'unreadable-client'
    | 'contradicting-headers'
    | 'plain-http'
    | 'other-host'
    | 'other-origin'
  peer: string
  header: string
  value: string
  seen_at: Date
}

export type SetUpLinksTable = { handle_hash: Buffer; made_at: Date; expires_at: Date }

/** What other systems sign in with. Only the hash of a token is kept. */
export type ServiceTokensTable = WithId & {
  name: string
  token_hash: Buffer
  role_id: string | null
  created_by: string | null
  created_at: Date
  expires_at: Date
  last_used_at: Date | null
  revoked_at: Date | null
}

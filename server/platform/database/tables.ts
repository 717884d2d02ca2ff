import type { Generated, Kysely, Transaction } from 'kysely'
import type {
  AccountsTable,
  AddressChangesTable,
  ContactSearchTable,
  ContactsTable,
  InvitationPeopleTable,
  InvitationRoundsTable,
  LastSignInsTable,
  LicencesTable,
  OrganisationLogoTable,
  OrganisationTable,
  RetailersTable,
  RolesTable,
  ServiceTokensTable,
  SetUpFaultsTable,
  SetUpLinksTable,
  TerritoriesTable,
  UserImagesTable,
  UsersTable,
  UserTerritoriesTable,
} from './account-tables.ts'
import type { AppClientSecretsTable, AppClientsTable, AppLogoutsTable } from './app-tables.ts'
import type { CompanyIdentitiesTable, CompanyProvidersTable } from './company-tables.ts'
import type {
  CodeGeneratorsTable,
  HalfDoneSignInsTable,
  PasskeysTable,
  RecoveryCodesTable,
  SecondStepGraceTable,
  SecondStepPoliciesTable,
  SpentChallengesTable,
} from './factor-tables.ts'
import type {
  BasketLinesTable,
  BasketsTable,
  CategoriesTable,
  ListPricesTable,
  OrderEventsTable,
  OrderLinesTable,
  OrdersTable,
  PriceListsTable,
  PricesTable,
  ProductPicturesTable,
  ProductsTable,
  RepTables,
  TaxClassesTable,
} from './field-tables.ts'
import type { ImportRowsTable, ImportsTable } from './import-tables.ts'
import type { KnownDevicesTable, ProviderRecordsTable, SessionsTable } from './session-tables.ts'
import type { WebhookDeliveriesTable, WebhookEventsTable, WebhooksTable } from './webhook-tables.ts'

type WithId = { id: Generated<string> }

export type AskedBy = 'self' | 'administrator' | 'rep' | 'command-line'

/** What a link is for: a new password, or the first one. */
export type ResetPurpose = 'reset' | 'invitation'

export type ResetRequestsTable = WithId & {
  account_id: string
  asked_by: AskedBy
  asked_by_account_id: string | null
  asked_at: Date
  network: string
  device_hash: Buffer | null
  deliver_by: Date
  state: 'waiting' | 'sent' | 'used' | 'voided' | 'not-delivered'
  sent_at: Date | null
  ended_at: Date | null
  purpose: Generated<ResetPurpose>
  by_newest_link: Generated<boolean>
}

export type ResetAsksTable = WithId & {
  account_id: string | null
  handle_hash: Buffer | null
  network: string
  device: string
  asked_at: Date
}

export type VoidReason =
  | 'not-accepted'
  | 'password-changed'
  | 'objection'
  | 'deactivated'
  | 'address-changed'
  | 'locked'
  | 'compromised'
  | 'sessions-ended'

export type ResetPairsTable = {
  handle_hash: Buffer
  request_id: string
  account_id: string
  code_hash: Buffer
  code_salt: Buffer
  code_key_id: string
  tries: Generated<number>
  made_at: Date
  handed_over_at: Date | null
  expires_at: Date
  used_at: Date | null
  voided_at: Date | null
  void_reason: VoidReason | null
}

/** The changes that a user may dispute. */
export type ObjectionEvent =
  | 'password-changed'
  | 'username-changed'
  | 'email-changed'
  | 'second-step-changed'
  | 'signed-in'

export type ObjectionsTable = {
  handle_hash: Buffer
  account_id: string
  event: ObjectionEvent
  event_at: Date
  made_at: Date
  expires_at: Date
  used_at: Date | null
  change_id: string | null
}

export type MailState = 'waiting' | 'sent' | 'failed' | 'bounced'

export type MailMessagesTable = WithId & {
  kind: string
  account_id: string | null
  subject_id: string | null
  recipient: string
  state: MailState
  attempts: Generated<number>
  last_answer: string | null
  message_id: string | null
  created_at: Date
  deliver_by: Date
  last_attempt_at: Date | null
  sent_at: Date | null
  bounced_at: Date | null
  retried_at: Date | null
}

export type FailingAddressesTable = {
  address: string
  since: Date
  why: string
  bounced_at: Date
  accepted_at: Date | null
}

export type SignInFailuresTable = {
  username_hash: Buffer
  device_hash: Generated<Buffer>
  failures: number
  first_failed_at: Date
  last_failed_at: Date
}

export type DisclosureAsksTable = {
  asker: string
  username_hash: Buffer
  asked_at: Date
  place: Generated<string>
}

export type Actor = 'self' | 'nobody' | 'administrator' | 'rep' | 'command-line' | 'system' | 'service'

export type AuditEventsTable = WithId & {
  at: Date
  action: string
  actor: Actor
  actor_account_id: string | null
  account_id: string | null
  network: string | null
  device: string | null
  details: Generated<Record<string, unknown>>
}

export type AuditSealsTable = {
  place: string
  event_id: string
  key_id: string
  seal: Buffer
  sealed_at: Date | null
}

export type AuditUnsealedTable = { at: Date; event_id: string }

export type AuditChecksTable = {
  only_row: Generated<boolean>
  at: Date
  sealed: string
  findings: string
  key_id: string
  mac: Buffer
  acknowledged: Generated<string>
}

export type WriteProbesTable = { id: Generated<boolean>; probed_at: Generated<Date> }

export type OfficeNetworksTable = { network: string; label: string; added_at: Date }

export type Database = RepTables & {
  accounts: AccountsTable
  address_changes: AddressChangesTable
  users: UsersTable
  user_images: UserImagesTable
  roles: RolesTable
  licences: LicencesTable
  last_sign_ins: LastSignInsTable
  territories: TerritoriesTable
  user_territories: UserTerritoriesTable
  retailers: RetailersTable
  contacts: ContactsTable
  contact_search: ContactSearchTable
  invitation_rounds: InvitationRoundsTable
  invitation_people: InvitationPeopleTable
  organisation: OrganisationTable
  organisation_logo: OrganisationLogoTable
  set_up_faults: SetUpFaultsTable
  set_up_links: SetUpLinksTable
  office_networks: OfficeNetworksTable
  known_devices: KnownDevicesTable
  sessions: SessionsTable
  half_done_sign_ins: HalfDoneSignInsTable
  company_providers: CompanyProvidersTable
  company_identities: CompanyIdentitiesTable
  second_step_policies: SecondStepPoliciesTable
  second_step_grace: SecondStepGraceTable
  code_generators: CodeGeneratorsTable
  recovery_codes: RecoveryCodesTable
  passkeys: PasskeysTable
  spent_challenges: SpentChallengesTable
  reset_requests: ResetRequestsTable
  reset_asks: ResetAsksTable
  reset_pairs: ResetPairsTable
  objections: ObjectionsTable
  mail_messages: MailMessagesTable
  failing_addresses: FailingAddressesTable
  sign_in_failures: SignInFailuresTable
  disclosure_asks: DisclosureAsksTable
  order_lines: OrderLinesTable
  order_events: OrderEventsTable
  service_tokens: ServiceTokensTable
  orders: OrdersTable
  baskets: BasketsTable
  basket_lines: BasketLinesTable
  prices: PricesTable
  categories: CategoriesTable
  products: ProductsTable
  product_pictures: ProductPicturesTable
  price_lists: PriceListsTable
  list_prices: ListPricesTable
  tax_classes: TaxClassesTable
  webhooks: WebhooksTable
  webhook_deliveries: WebhookDeliveriesTable
  webhook_events: WebhookEventsTable
  app_clients: AppClientsTable
  app_client_secrets: AppClientSecretsTable
  app_logouts: AppLogoutsTable
  provider_records: ProviderRecordsTable
  audit_events: AuditEventsTable
  audit_seals: AuditSealsTable
  audit_unsealed: AuditUnsealedTable
  audit_checks: AuditChecksTable
  imports: ImportsTable
  import_rows: ImportRowsTable
  write_probes: WriteProbesTable
}

export type Db = Kysely<Database>
/** What a store needs: the pool, or its caller's transaction. */
export type Queryable = Kysely<Database> | Transaction<Database>
export type Tx = Transaction<Database>

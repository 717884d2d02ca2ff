import type { SecondStepAudience } from '../../../shared/contract/second-step-lists.ts'
import type { UserType } from '../../../shared/contract/user-lists.ts'

export type CompanyProvidersTable = {
  id: string
  name: string
  issuer: string
  client_id: string
  key_id: string
  sealed_secret: Buffer
  domains: string[]
  audiences: SecondStepAudience[]
  is_only_way: boolean
  counts_as_both_steps: boolean
  creates: UserType | null
  creates_role_id: string | null
  creates_territory_id: string | null
  added_at: Date
}

export type CompanyIdentitiesTable = {
  provider_id: string
  subject: string
  account_id: string
  linked_at: Date
  last_used_at: Date | null
}

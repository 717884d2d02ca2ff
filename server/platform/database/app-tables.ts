import type { Generated } from 'kysely'
import type { UserType } from '../../../shared/contract/user-lists.ts'

/** The user types that an app admits. */
export type AdmittedType = UserType | 'contact'

export type AppClientsTable = {
  id: string
  name: string
  redirect_uris: string[]
  admits: AdmittedType[]
  start_url: string | null
  created_at: Date
  kind: Generated<'public' | 'secret' | 'key'>
  jwks: Record<string, unknown> | null
  jwks_uri: string | null
  logout_uri: string | null
}

/** Secrets of apps as keyed hashes. The one without an end is the current one. */
export type AppClientSecretsTable = {
  id: Generated<string>
  client_id: string
  key_id: string
  hash: Buffer
  created_at: Date
  ends_at: Date | null
}

/** Logout tokens that are still to be delivered. */
export type AppLogoutsTable = {
  id: Generated<string>
  client_id: string
  account_id: string
  grant_hash: Buffer
  attempts: Generated<number>
  first_attempt_at: Date | null
  next_attempt_at: Date | null
}

import type { Generated } from 'kysely'
import type { EndReason } from '../../../shared/contract/end-reasons.ts'

export type KnownDevicesTable = {
  account_id: string
  token_hash: Buffer
  first_used_at: Date
  last_used_at: Date
  network: string
  expires_at: Date
  trusted_until: Date | null
}

export type SessionsTable = {
  id: Generated<string>
  account_id: string
  token_hash: Buffer
  created_at: Date
  authenticated_at: Date
  last_seen_at: Date
  expires_at: Date
  network: string
  device: string
  methods: Generated<string[]>
}

export type ProviderRecordsTable = {
  id: Generated<string>
  kind: string
  id_hash: Buffer
  payload: Record<string, unknown>
  account_id: string | null
  grant_id: string | null
  expires_at: Date
  used_at: Date | null
  ended_because: EndReason | null
  session_id: string | null
}

import type { Generated } from 'kysely'

export type KnownDevicesTable = {
  account_id: string
  token_hash: Buffer
  first_used_at: Date
  last_used_at: Date
  network: string
  expires_at: Date
  trusted_until: Generated<Date | null>
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
  methods: string[]
}

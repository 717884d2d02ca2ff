import type { Generated } from 'kysely'
import type { SecondStepAudience, SecondStepRule } from '../../../shared/contract/second-step-lists.ts'

export type SecondStepPoliciesTable = {
  audience: SecondStepAudience
  rule: SecondStepRule
  grace_days: number
  trusts_browsers: boolean
}

export type SecondStepGraceTable = { account_id: string; began_at: Date }

export type CodeGeneratorsTable = {
  account_id: string
  key_id: string
  sealed_secret: Buffer
  last_step: string
  added_at: Date
  last_used_at: Date | null
}

export type RecoveryCodesTable = {
  account_id: string
  key_id: string
  code_hash: Buffer
  made_at: Date
  used_at: Date | null
}

export type PasskeysTable = {
  id: Generated<string>
  account_id: string
  credential_id: Buffer
  public_key: Buffer
  counter: string
  transports: string[]
  is_synced: boolean
  name: string
  added_at: Date
  last_used_at: Date | null
}

export type SpentChallengesTable = { challenge_hash: Buffer; expires_at: Date }

export type HalfDoneSignInsTable = {
  token_hash: Buffer
  account_id: string
  must_add: boolean
  begun_at: Date
  expires_at: Date
  tries: Generated<number>
  methods: Generated<string[]>
}

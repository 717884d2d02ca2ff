import type { Rights } from '../../../shared/contract/rights.ts'

export type Administrator = {
  accountId: string
  username: string
  fullName: string
  rights: Rights
  /** Signed in or confirmed the password within the last minutes, so sensitive actions are allowed (ASVS 7.5.1). */
  isRecent: boolean
}

export type AdministratorFound =
  | { kind: 'administrator'; administrator: Administrator }
  | { kind: 'nobody' }
  /** Signed in, but of a type or in a state that the admin site doesn't admit. */
  | { kind: 'not-for-you' }

export type FindAdministrator = (sessionToken: string | undefined) => Promise<AdministratorFound>

import type { UserStatus, UserSummary } from '../../shared/contract/users.ts'
import type { Tone } from './State.tsx'

export const typeWords: Record<UserSummary['userType'], string> = {
  admin: 'Admin',
  dual: 'Dual',
  device: 'Device',
  scan: 'Scan',
}

export const statusWords: Record<UserStatus, string> = {
  active: 'Active',
  inactive: 'Deactivated',
  locked: 'Locked',
  unlicensed: 'No licence',
  compromised: 'Must reset',
  'no-password': 'No password yet',
}

export const statusTones: Record<UserStatus, Tone> = {
  active: 'good',
  inactive: 'quiet',
  locked: 'danger',
  unlicensed: 'warning',
  compromised: 'danger',
  'no-password': 'warning',
}

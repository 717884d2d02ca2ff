import type { SecondStepAudience } from '../../shared/contract/second-step-lists.ts'

/** The people of each kind, on every part of Settings. */
export const audienceWords: Record<SecondStepAudience, string> = {
  admin: 'Administrators',
  dual: 'Administrators who also use the app',
  device: 'Reps',
  scan: 'Scan users',
  contact: 'Contacts',
}

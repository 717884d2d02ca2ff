import type { TimelineEntry } from '../../shared/contract/standing.ts'
import type { UserStatus, UserSummary } from '../../shared/contract/users.ts'
import { actionWords } from '../audit/audit-words.ts'
import type { Tone } from '../ui/State.tsx'

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

/** What no action of anybody brings about. */
const endings = { 'reset-expired': 'The email expired unused', 'reset-voided': 'The reset was stopped' }

const happenings: Partial<Record<string, string>> = { ...actionWords, ...endings }

const mails: Record<string, string> = {
  invitation: 'Invitation',
  reset: 'Password reset',
  'password changed': 'Notice: the password was changed',
  'reset printed': 'Notice: a reset was printed',
  test: 'Test email',
  'address changed': 'Notice: username or address was changed',
  'address given': 'Notice to the new address',
  'address taken': 'Notice: emails no longer go to this address',
  'address objection': 'Alert: someone disputed a new address',
  'second address taken': 'Notice: “Email to” was changed',
  'objection alert': 'Alert: someone objected to a change',
}

export const mailWords = (kind: string) => mails[kind] ?? kind

/** What happened, in words; what this page does not know yet keeps its own name. */
export function happeningWords({ what, mail }: TimelineEntry): string {
  return mail ? `Mail: ${mailWords(what)}` : (happenings[what] ?? what)
}

const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
const zone = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' })

/** A moment in the zone of the reader, which `zoneWords` names once per page. */
export const momentWords = (iso: string) => moments.format(new Date(iso))

export const zoneWords = () =>
  zone.formatToParts(new Date(0)).find(part => part.type === 'timeZoneName')?.value ?? 'local time'

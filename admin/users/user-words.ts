import type { UserDetails, UserStatus, UserSummary } from '../../shared/contract/users.ts'
import { actionWords } from '../audit/audit-words.ts'

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

export type Standing = {
  /** One sentence: what stands in the way of a sign-in now. */
  text: string
  isOpen: boolean
  /** The order that mends it, where one does. */
  mend?: 'reactivate' | 'password-reset' | 'invitation' | 'unlock'
}

export function standingOf({ status, mailAddress, fullName }: UserDetails): Standing {
  const who = fullName || 'This user'
  const reset = mailAddress === null ? {} : ({ mend: 'password-reset' } as const)
  switch (status) {
    case 'inactive':
      return { text: `${who} cannot sign in: the account is deactivated.`, isOpen: false, mend: 'reactivate' }
    case 'locked':
      return { text: `${who} cannot sign in: an administrator has locked the account.`, isOpen: false, mend: 'unlock' }
    case 'unlicensed':
      return { text: `${who} cannot sign in: the account holds no licence.`, isOpen: false }
    case 'compromised':
      return {
        text: `${who} must choose a new password first: somebody else may know the old one.`,
        isOpen: false,
        ...reset,
      }
    case 'no-password':
      return {
        text: `${who} cannot sign in yet: no password has been chosen.`,
        isOpen: false,
        ...(mailAddress !== null && { mend: 'invitation' }),
      }
    case 'active':
      return { text: `Nothing stands in the way: ${who} can sign in with the right password.`, isOpen: true }
  }
}

const happenings: Partial<Record<string, string>> = actionWords

const mails: Record<string, string> = {
  invitation: 'Invitation',
  reset: 'Reset of the password',
  'password changed': 'Notice: the password was changed',
  'reset printed': 'Notice: a reset was printed',
  'objection alert': 'Alert: somebody objected to a change',
}

export const mailWords = (kind: string) => mails[kind] ?? kind

/** What happened, in words; what this page does not know yet keeps its own name. */
export function happeningWords({ what, mail }: UserDetails['timeline'][number]): string {
  return mail ? `Mail: ${mailWords(what)}` : (happenings[what] ?? what)
}

const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
const zone = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' })

/** A moment in the zone of the reader, which `zoneWords` names once per page. */
export const momentWords = (iso: string) => moments.format(new Date(iso))

export const zoneWords = () =>
  zone.formatToParts(new Date(0)).find(part => part.type === 'timeZoneName')?.value ?? 'local time'

import type { TimelineEntry } from '../../shared/contract/diagnosis.ts'

const whyRefused: Record<string, string> = {
  wrong: 'wrong password',
  'never-chosen': 'no password has been chosen yet',
  inactive: 'right password, but the account is deactivated',
  locked: 'right password, but the account is locked',
  unlicensed: 'right password, but there is no licence',
  'retailer-closed': 'right password, but the retailer is closed',
  'no-website-access': 'right password, but website access is withdrawn',
  compromised: 'right password, but it must be reset first',
}

const whyVoided: Record<string, string> = {
  'password-changed': 'the password was changed',
  objection: 'someone objected to a change',
  deactivated: 'the account was closed',
  'address-changed': 'username or address was changed',
}

const changed: Record<string, string> = { type: 'user type', role: 'role', image: 'image' }

/** The reason in words. Empty if the line says everything. */
export function reasonWords({ what, details }: Pick<TimelineEntry, 'what' | 'details'>): string {
  switch (what) {
    case 'sign-in-refused':
      return [whyRefused[String(details.why)], waitWords(details)].filter(Boolean).join(', ')
    case 'reset-code-wrong':
      return details.try === undefined ? '' : `try ${details.try} of 5`
    case 'reset-voided':
      return whyVoided[String(details.because)] ?? ''
    case 'user-changed':
      return Object.keys(changed)
        .filter(part => details[part] === true)
        .map(part => changed[part])
        .join(' and ')
    case 'session-ended':
    case 'app-signed-in':
      return details.app === 'fieldkey-app' ? 'the sales app' : String(details.app ?? '')
    default:
      return ''
  }
}

/** From this failure on, each guess has to wait. It is the moment when guessing locked the account. */
function waitWords({ failures, waitSeconds }: TimelineEntry['details']): string {
  if (typeof waitSeconds !== 'number' || waitSeconds === 0) return ''
  const minutes = Math.round(waitSeconds / 60)
  const wait = waitSeconds < 60 ? `${waitSeconds} seconds` : minutes === 1 ? 'a minute' : `${minutes} minutes`
  return `failure ${failures} in a row: the next attempt has to wait ${wait}`
}

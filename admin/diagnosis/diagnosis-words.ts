import type { Diagnosis, MailRoad } from '../../shared/contract/diagnosis.ts'
import { momentWords } from '../ui/moments.ts'

/** A fix: the name of a command in the API, or the dialog that changes a username. */
export type Fix = 'reactivate' | 'unlock' | 'restore-access' | 'password-reset' | 'invitation' | 'change-username'

export type DiagnosisWords = {
  title: string
  /** One sentence: what blocks the sign-in now. */
  text: string
  /** More context: who, when, and the state of the last email. */
  more: string[]
  isOpen: boolean
  fix?: Fix
}

export type Person = { who: string; kind: 'user' | 'contact'; mailAddress: string | null }

export const fixWords: Record<Fix, string> = {
  reactivate: 'Reactivate',
  unlock: 'Unlock',
  'restore-access': 'Restore access',
  'password-reset': 'Reset Password',
  invitation: 'Send invitation',
  'change-username': 'Change username',
}

export function diagnosisWords(diagnosis: Diagnosis, person: Person): DiagnosisWords {
  const { text, fix: meant, title = 'Cannot sign in' } = sentenceOf(diagnosis, person)
  const needsMail = meant === undefined || meant === 'password-reset' || meant === 'invitation'
  // A username without an address gets no email, so it must be changed first.
  const fix = needsMail && person.mailAddress === null ? 'change-username' : meant
  return {
    title,
    text,
    more: [originWords(diagnosis), guessersWords(diagnosis), mailRoadWords(diagnosis), addressWords(person)].filter(
      Boolean,
    ),
    isOpen: diagnosis.obstacle === null,
    ...(fix && { fix }),
  }
}

type Sentence = { text: string; title?: string; fix?: Fix }

function sentenceOf({ obstacle, company, guessing, mail, failing }: Diagnosis, { who, kind }: Person): Sentence {
  switch (obstacle) {
    case null:
      if (company !== null) return companySentence(company, who)
      return { title: 'Can sign in', text: `Nothing blocks the sign-in: ${who} can sign in with the right password.` }
    case 'inactive':
      return {
        text: `${who} can't sign in: the account is deactivated.`,
        ...(kind === 'user' && { fix: 'reactivate' }),
      }
    case 'locked':
      return { text: `${who} can't sign in: an administrator has locked the account.`, fix: 'unlock' }
    case 'unlicensed':
      return { text: `${who} can't sign in: the account has no licence.`, fix: 'reactivate' }
    case 'retailer-closed':
      return { text: `${who} can't sign in: the retailer is closed. Access and password are back when it reopens.` }
    case 'no-access':
      return {
        text: `${who} can't sign in: website access was withdrawn. The password is kept.`,
        fix: 'restore-access',
      }
    case 'compromised':
      return {
        text: `${who} must choose a new password first, because someone else may know the old one.`,
        fix: 'password-reset',
      }
    case 'no-password':
      return { text: `${who} can't sign in yet: no password has been chosen.`, fix: 'invitation' }
    case 'guessing':
      return { title: 'Has to wait', text: guessingWords(guessing, who), fix: 'unlock' }
    case 'mail-failing':
      return {
        title: "Email doesn't arrive",
        text: `Mail to ${failing[0]?.address ?? 'the address'} bounces, so password emails don't reach ${who}.`,
        fix: 'password-reset',
      }
    case 'mail-failed':
      return {
        title: "The email doesn't arrive",
        text: `The password email for ${who} doesn't arrive: ${mail?.answer ?? 'it expired'}`,
        fix: 'password-reset',
      }
    case 'mail-refused':
      return {
        title: 'No email was sent',
        text: `The last email for ${who} was not sent, because too many had been requested. Yours are counted separately.`,
        fix: 'password-reset',
      }
  }
}

const companySentence = (company: string, who: string): Sentence => ({
  title: 'Signs in with the company',
  text: `Nothing blocks the sign-in: ${who} signs in with ${company}, the only way for this account. Passwords, passkeys and resets don't work for it.`,
})

function guessingWords(guessing: Diagnosis['guessing'], who: string): string {
  const { until = '', whom = 'everybody', failures = 0 } = guessing ?? {}
  const tried = `wrong passwords were entered ${failures} times`
  return whom === 'everybody'
    ? `${who} can try again from ${momentWords(until)}: ${tried}. On a device used before, there is no wait.`
    : `On unfamiliar devices and networks, ${who} can't sign in before ${momentWords(until)}: ${tried}.`
}

function originWords({ since, by }: Diagnosis): string {
  if (since === null) return ''
  return by === null ? `Since ${momentWords(since)}.` : `By ${by}, ${momentWords(since)}.`
}

const guessersWords = ({ guessing }: Diagnosis) =>
  guessing && guessing.networks.length > 0 ? `The attempts came from ${guessing.networks.join(', ')}.` : ''

const addressWords = ({ mailAddress }: Person) =>
  mailAddress === null ? "The username isn't an email address, so no reset email can be sent to it." : ''

/** The state of the last email, unless the sentence is about it. */
function mailRoadWords({ obstacle, mail }: Diagnosis): string {
  if (!mail || obstacle === 'mail-failed' || obstacle === 'mail-refused') return ''
  const what = mail.purpose === 'invitation' ? 'The last invitation' : 'The last reset email'
  return roadWords(mail, what)
}

function roadWords({ state, at, until, answer }: MailRoad, what: string): string {
  const asked = momentWords(at)
  switch (state) {
    case 'waiting':
      return `${what}, requested ${asked}, is waiting to be sent${answer ? `: ${answer}` : '.'}`
    case 'open':
      return `${what} was requested ${asked} and works until ${momentWords(until ?? at)}.`
    case 'expired':
      return `${what} expired unused ${momentWords(until ?? at)}.`
    case 'exhausted':
      return `${what}, requested ${asked}, no longer works: the code was wrong too often.`
    case 'voided':
      return `${what}, requested ${asked}, was stopped.`
    case 'not-delivered':
      return `${what}, requested ${asked}, was not delivered${answer ? `: ${answer}` : '.'}`
    case 'refused':
      return `${what} was not sent ${asked}: too many had been requested.`
    case 'told-why':
      return `${what}, requested ${asked}, only said why the person can't sign in.`
    case 'used':
      return ''
  }
}

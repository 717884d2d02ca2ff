import type { MailRoad, Standing } from '../../shared/contract/standing.ts'
import { momentWords } from '../users/user-words.ts'

/** What mends something: an order by its name in the API, or the dialog in which a username is changed. */
export type Mend = 'reactivate' | 'unlock' | 'restore-access' | 'password-reset' | 'invitation' | 'change-username'

export type StandingWords = {
  title: string
  /** One sentence: what stands in the way of a sign-in now. */
  text: string
  /** What else helps to understand it: who, when, and what became of the last mail. */
  more: string[]
  isOpen: boolean
  mend?: Mend
}

export type Person = { who: string; kind: 'user' | 'contact'; mailAddress: string | null }

export const mendWords: Record<Mend, string> = {
  reactivate: 'Reactivate',
  unlock: 'Unlock',
  'restore-access': 'Restore access',
  'password-reset': 'Reset Password',
  invitation: 'Send invitation',
  'change-username': 'Change username',
}

export function standingWords(standing: Standing, person: Person): StandingWords {
  const { text, mend: meant, title = 'Cannot sign in' } = sentenceOf(standing, person)
  const needsMail = meant === undefined || meant === 'password-reset' || meant === 'invitation'
  // No mail goes to a name without an address: that is what has to be mended first.
  const mend = needsMail && person.mailAddress === null ? 'change-username' : meant
  return {
    title,
    text,
    more: [originWords(standing), guessersWords(standing), mailRoadWords(standing), addressWords(person)].filter(
      Boolean,
    ),
    isOpen: standing.obstacle === null,
    ...(mend && { mend }),
  }
}

type Sentence = { text: string; title?: string; mend?: Mend }

function sentenceOf({ obstacle, guessing, mail, failing }: Standing, { who, kind }: Person): Sentence {
  switch (obstacle) {
    case null:
      return { title: 'Can sign in', text: `Nothing stands in the way: ${who} can sign in with the right password.` }
    case 'inactive':
      return {
        text: `${who} cannot sign in: the account is deactivated.`,
        ...(kind === 'user' && { mend: 'reactivate' }),
      }
    case 'locked':
      return { text: `${who} cannot sign in: an administrator has locked the account.`, mend: 'unlock' }
    case 'unlicensed':
      return { text: `${who} cannot sign in: the account holds no licence.`, mend: 'reactivate' }
    case 'retailer-closed':
      return { text: `${who} cannot sign in: the retailer is closed. Access and password come back when it is open.` }
    case 'no-access':
      return {
        text: `${who} cannot sign in: website access was withdrawn. The password is kept.`,
        mend: 'restore-access',
      }
    case 'compromised':
      return {
        text: `${who} must choose a new password first: somebody else may know the old one.`,
        mend: 'password-reset',
      }
    case 'no-password':
      return { text: `${who} cannot sign in yet: no password has been chosen.`, mend: 'invitation' }
    case 'guessing':
      return { title: 'Has to wait', text: guessingWords(guessing, who), mend: 'unlock' }
    case 'mail-failing':
      return {
        title: 'Mail does not arrive',
        text: `Mail to ${failing[0]?.address ?? 'the address'} comes back, so no way to a new password reaches ${who}.`,
        mend: 'password-reset',
      }
    case 'mail-failed':
      return {
        title: 'The mail does not arrive',
        text: `The mail that leads ${who} to a new password does not arrive: ${mail?.answer ?? 'its time ran out'}`,
        mend: 'password-reset',
      }
    case 'mail-refused':
      return {
        title: 'No mail was sent',
        text: `The last mail for ${who} was not sent: too many had been asked for. Yours are counted apart.`,
        mend: 'password-reset',
      }
  }
}

function guessingWords(guessing: Standing['guessing'], who: string): string {
  const { until = '', whom = 'everybody', failures = 0 } = guessing ?? {}
  const tried = `wrong passwords were tried ${failures} times`
  return whom === 'everybody'
    ? `${who} can try again from ${momentWords(until)} on: ${tried}. On a device used before, there is no wait.`
    : `Away from the usual devices and networks, ${who} cannot sign in before ${momentWords(until)}: ${tried}.`
}

function originWords({ since, by }: Standing): string {
  if (since === null) return ''
  return by === null ? `Since ${momentWords(since)}.` : `By ${by}, ${momentWords(since)}.`
}

const guessersWords = ({ guessing }: Standing) =>
  guessing && guessing.networks.length > 0 ? `The tries came from ${guessing.networks.join(', ')}.` : ''

const addressWords = ({ mailAddress }: Person) =>
  mailAddress === null ? 'The username is no e-mail address, so no reset mail can be sent to it.' : ''

/** What became of the last mail, unless the sentence itself is about it. */
function mailRoadWords({ obstacle, mail }: Standing): string {
  if (!mail || obstacle === 'mail-failed' || obstacle === 'mail-refused') return ''
  const what = mail.purpose === 'invitation' ? 'The last invitation' : 'The last reset mail'
  return roadWords(mail, what)
}

function roadWords({ state, at, until, answer }: MailRoad, what: string): string {
  const asked = momentWords(at)
  switch (state) {
    case 'waiting':
      return `${what}, asked for ${asked}, waits to be sent${answer ? `: ${answer}` : '.'}`
    case 'open':
      return `${what} was asked for ${asked} and works until ${momentWords(until ?? at)}.`
    case 'expired':
      return `${what} ran out unused ${momentWords(until ?? at)}.`
    case 'exhausted':
      return `${what}, asked for ${asked}, opens nothing any more: the code was wrong too often.`
    case 'voided':
      return `${what}, asked for ${asked}, was stopped.`
    case 'not-delivered':
      return `${what}, asked for ${asked}, was not delivered${answer ? `: ${answer}` : '.'}`
    case 'refused':
      return `${what} was not sent ${asked}: too many had been asked for.`
    case 'told-why':
      return `${what}, asked for ${asked}, only said why nothing leads in.`
    case 'used':
      return ''
  }
}

import { fullNameOf } from '../../../shared/names/full-name.ts'
import type { Account } from '../../people/accounts/account.ts'
import { Button, ButtonLink, SecondaryLink } from '../../platform/html/buttons.ts'
import type { Content } from '../../platform/html/frame.ts'
import { html } from '../../platform/html/html.ts'
import { Breakable } from '../../platform/html/messages.ts'
import { waitWords } from '../../platform/html/moment-words.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { Target } from './list-targets.ts'
import { scopeWords } from './scope-words.ts'

type Interaction = { path: string; account: Account; clientName: string }
type GoOn = Interaction & { scopes: readonly string[] }

const nameOf = (account: Account) => fullNameOf(account) || account.username
const otherPerson = (path: string) => SecondaryLink({ label: 'Sign in as someone else', href: `${path}&other` })

/** For a person who is already signed in: one tap, but never a sign-in as another person by accident. */
export function goOnPage({ path, account, clientName, scopes }: GoOn): Content {
  return {
    title: 'Go on',
    main: html`<h1>Go on as ${nameOf(account)}?</h1>
      <p class="quiet">You are signed in on this device as ${Breakable({ text: account.username })}, and go on to ${clientName}.</p>
      <p class="quiet">It learns ${whatItLearns(scopes)}, never your password. You stay signed in there for up to ${waitWords(limits.apps.signInSeconds)}.</p>
      <form method="post" action=${path}>
        <input type="hidden" name="go" value="on" />
        ${Button({ label: 'Go on' })}
      </form>
      ${otherPerson(path)}`,
  }
}

/** What the scopes disclose, in words (OpenID Connect Core, 5.4). */
function whatItLearns(scopes: readonly string[]): string {
  const learned = ['who you are here']
  for (const scope of scopes) if (scopeWords[scope] !== undefined) learned.push(scopeWords[scope])
  return learned.length < 3 ? learned.join(' and ') : `${learned.slice(0, -1).join(', ')} and ${learned.at(-1)}`
}

export function notAdmittedPage({ path, account, clientName, targets }: Interaction & { targets: Target[] }): Content {
  const yours =
    targets.length > 0
      ? 'Yours is here:'
      : 'No app is set up here for you yet. Ask your administrator which one is yours.'
  return {
    title: 'Not your app',
    main: html`<h1>This isn't your app</h1>
      <p>You are signed in as ${Breakable({ text: account.username })}, which can't be used with ${clientName}. ${yours}</p>
      ${targets.map(ButtonLink)}
      ${otherPerson(path)}`,
  }
}

export function overPage(app: { name: string; startUrl: string | null } | undefined): Content {
  return {
    title: 'This sign-in has ended',
    main: html`<h1>This sign-in has ended</h1>
      <p>It took too long, was finished already, or began in another browser. Go back to ${app?.name ?? 'the app'} and start again.</p>
      ${app?.startUrl && ButtonLink({ label: `Go back to ${app.name}`, href: app.startUrl })}
      ${SecondaryLink({ label: 'Your account', href: '/account' })}`,
  }
}

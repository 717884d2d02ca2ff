import { fullNameOf } from '../../../shared/names/full-name.ts'
import {
  Button,
  ButtonLink,
  SecondaryButton,
  SecondaryButtonLink,
  SecondaryLink,
  SmallButton,
} from '../../platform/html/buttons.ts'
import { PasswordField, PasswordOwner } from '../../platform/html/fields.ts'
import type { Content } from '../../platform/html/frame.ts'
import { type Html, html } from '../../platform/html/html.ts'
import { Breakable, ErrorSummary, Notice } from '../../platform/html/messages.ts'
import { momentWords, waitWords } from '../../platform/html/moment-words.ts'
import { NewPasswordFields, type ResetErrors } from '../recovery/recovery.pages.ts'
import { PasskeyForm } from '../second-step/passkey-form.html.ts'
import { StepCodeField } from '../second-step/second-step.pages.ts'
import { CompanyLinksPart } from './company-links.pages.ts'
import { NewAddressPart } from './new-address.pages.ts'
import type { AccountView } from './prepare-account-page.ts'

export type ChangeErrors = ResetErrors & { currentPassword?: string | undefined }

export type AccountPage = AccountView & {
  notice?: { title: string; text: string } | undefined
  errors?: ChangeErrors | undefined
}

export function accountPage({
  account,
  targets,
  newAddress,
  secondStepDue,
  companies,
  strength,
  sessions,
  apps,
  notice,
  errors = {},
}: AccountPage): Content {
  const problems = Object.entries(errors).flatMap(([fieldId, text]) => (text ? [{ text, fieldId }] : []))
  const name = fullNameOf(account)
  return {
    title: problems.length > 0 ? 'Error: Your account' : 'Your account',
    scripts: ['account'],
    main: html`<h1>Your account</h1>
      <p class="quiet">${name !== '' && html`${name}<br />`}${Breakable({ text: account.username })}</p>
      ${notice && Notice({ kind: 'success', title: notice.title, children: html`<p>${notice.text}</p>` })}
      ${ErrorSummary({ errors: problems })}
      ${targets.map(ButtonLink)}
      ${SignOut()}
      ${newAddress && NewAddressPart(newAddress)}
      <section class="section" aria-labelledby="change">
        <h2 id="change">Change password</h2>
        <form method="post" action="/account/password" data-after-saving="/account" novalidate>
          ${PasswordOwner({ username: account.username })}
          ${PasswordField({ name: 'currentPassword', label: 'Current password', autocomplete: 'current-password', enterkeyhint: 'next', error: errors.currentPassword })}
          ${NewPasswordFields({ strength, errors })}
          ${Button({ label: 'Save New Password' })}
        </form>
      </section>
      <section class="section" aria-labelledby="second-step">
        <h2 id="second-step">Second step</h2>
        ${secondStepDue && html`<p>Your organisation asks for a second step from ${momentWords(secondStepDue)} on.</p>`}
        ${SecondaryButtonLink({ label: secondStepDue ? 'Set up your second step' : 'Change your second step', href: '/account/second-step' })}
      </section>
      ${CompanyLinksPart(companies)}
      <section class="section" aria-labelledby="sessions">
        <h2 id="sessions">Where you are signed in</h2>
        <ul class="list">${sessions.map(SessionRow)}${apps.map(AppRow)}</ul>
        ${sessions.length + apps.length > 1 && html`<form method="post" action="/account/sessions/end">${SecondaryButton({ label: 'End all other sessions', name: 'session', value: 'others' })}</form>`}
      </section>`,
  }
}

function SessionRow({ id, isThis, device, network, secondsSinceSeen }: AccountView['sessions'][number]): Html {
  const seen = secondsSinceSeen < 90 ? 'now' : `${waitWords(secondsSinceSeen)} ago`
  return html`<li>
    <div><p class="list-title">${device} ${isThis && html`<span class="tag">this one</span>`}</p><p class="list-note">Network ${network}, seen ${seen}</p></div>
    ${!isThis && html`<form method="post" action="/account/sessions/end">${SmallButton({ label: 'End', name: 'session', value: id, about: `session on ${device}` })}</form>`}
  </li>`
}

function AppRow({ id, name: inSentence, device, since }: AccountView['apps'][number]): Html {
  const name = inSentence.charAt(0).toUpperCase() + inSentence.slice(1)
  return html`<li>
    <div><p class="list-title">${name} <span class="tag">app</span></p><p class="list-note">${device !== null && html`${device}, since `}${device === null && 'Since '}${momentWords(since)}</p></div>
    <form method="post" action="/account/sessions/end">${SmallButton({ label: 'End', name: 'session', value: id, about: device === null ? `sign-in of ${name}` : `sign-in of ${name} on ${device}` })}</form>
  </li>`
}

export type ConfirmPage = {
  username: string
  /** The session to end: an id, or all others; undefined if only the password is confirmed. */
  session?: string | undefined
  /** The address change to confirm. */
  change?: string | undefined
  /** The page to go on to. */
  next?: 'second-step' | undefined
  /** The person has a second step. */
  asksCode: boolean
  problem?: { text: string; fieldId?: 'currentPassword' | 'code' } | undefined
}

/** Asks for the password again, then continues with the interrupted action. */
export function confirmPage({ username, session, change, next, asksCode, problem }: ConfirmPage): Content {
  const errorAt = (id: 'currentPassword' | 'code') => (problem?.fieldId === id ? problem.text : undefined)
  const words = confirmWords({ session, change })
  return {
    title: problem ? "Error: Confirm that it's you" : "Confirm that it's you",
    scripts: ['account'],
    main: html`<h1>Confirm that it's you</h1>
      <p class="quiet">You signed in a while ago. ${words.text}</p>
      ${ErrorSummary({ errors: problem ? [problem] : [] })}
      <form method="post" action="/account/confirm" novalidate>
        ${session !== undefined && html`<input type="hidden" name="session" value=${session} />`}
        ${change !== undefined && html`<input type="hidden" name="change" value=${change} />`}
        ${next !== undefined && html`<input type="hidden" name="next" value=${next} />`}
        ${PasswordOwner({ username })}
        ${PasswordField({ name: 'currentPassword', label: 'Password', autocomplete: 'current-password', enterkeyhint: asksCode ? 'next' : 'go', error: errorAt('currentPassword'), autofocus: true })}
        ${asksCode && StepCodeField({ error: errorAt('code') })}
        ${Button({ label: words.button })}
      </form>
      ${asksCode && PasskeyForm({ action: '/account/confirm', label: 'Use a passkey', fields: { session, change, next } })}
      ${SignOut()}
      ${SecondaryLink({ label: 'Back to your account', href: '/account' })}`,
  }
}

function confirmWords({ session, change }: Pick<ConfirmPage, 'session' | 'change'>): { text: string; button: string } {
  if (change !== undefined)
    return { text: 'Enter your password again to confirm your new address.', button: 'Yes, it is my address' }
  if (session === undefined) return { text: 'Enter your password again to continue.', button: 'Confirm' }
  return session === 'others'
    ? { text: 'Enter your password again to end all other sessions.', button: 'End all other sessions' }
    : { text: 'Enter your password again to end the session.', button: 'End the session' }
}

/** On every page of a signed-in person (ASVS 7.4.4). */
function SignOut(): Html {
  return html`<form method="post" action="/account/sign-out">${SecondaryButton({ label: 'Sign out' })}</form>`
}

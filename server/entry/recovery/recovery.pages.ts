import type { StrengthContext } from '../../../shared/strength/types.ts'
import type { ClosedBecause } from '../../people/accounts/account.ts'
import type { ResetPurpose } from '../../platform/database/tables.ts'
import { Button, ButtonLink, SecondaryLink } from '../../platform/html/buttons.ts'
import { CodeField, PasswordField, PasswordOwner } from '../../platform/html/fields.ts'
import type { Content } from '../../platform/html/frame.ts'
import { html } from '../../platform/html/html.ts'
import { Breakable, ErrorSummary, Notice } from '../../platform/html/messages.ts'
import { waitWords } from '../../platform/html/moment-words.ts'
import { StrengthMeter } from '../../platform/html/strength-meter.ts'
import { closedWords } from './closed-words.ts'
import type { LinkEnd } from './read-link.ts'

type MailSentPage = { username: string | undefined; minutes: number }

/** After OK. The words are the same, and true, whether the username exists or a cap refused: this page must not tell. */
export function mailSentPage({ username, minutes }: MailSentPage): Content {
  return {
    title: 'Check your email',
    main: html`<h1>Check your email</h1>
      <p>If we know the username ${username && html`<strong>${Breakable({ text: username })}</strong>`}, a password reset email arrives at its email address within a minute. If several were sent today, no new one may come: use the newest email.</p>
      <ol class="steps">
        <li>Open the email “Reset your password” on any device.</li>
        <li>Open its link.</li>
        <li>Enter the code from the email and choose a new password.</li>
      </ol>
      <p class="quiet">Link and code work for ${minutes} minutes. Nothing there after two minutes? Check the spam folder, then call your office.</p>
      ${SecondaryLink({ label: 'Back to sign in', href: '/sign-in' })}`,
  }
}

/** After the button of an invitation that is over: the same whether there is still somebody to invite. */
export function invitationSentPage(): Content {
  return {
    title: 'Check your email',
    main: html`<h1>Check your email</h1>
      <p>If you haven't chosen a password yet, a new invitation is on its way. Open the email “Choose your password” on any device.</p>
      <p class="quiet">Already have a password? Sign in, or choose Reset password there.</p>
      ${SecondaryLink({ label: 'Go to sign in', href: '/sign-in' })}`,
  }
}

export type ResetPage = {
  purpose: ResetPurpose
  handle: string
  username: string
  minutesLeft: number
  strength: { context: StrengthContext; dictionariesUrl: string }
  /** What was typed; passwords are never sent back. */
  code?: string | undefined
  errors?: ResetErrors | undefined
}

export type ResetErrors = {
  code?: string | undefined
  newPassword?: string | undefined
  confirmPassword?: string | undefined
}

export function resetPage({ purpose, handle, username, minutesLeft, strength, code, errors = {} }: ResetPage): Content {
  const problems = Object.entries(errors).flatMap(([fieldId, text]) => (text ? [{ text, fieldId }] : []))
  return {
    title: problems.length > 0 ? `Error: ${choose[purpose]}` : choose[purpose],
    scripts: ['reset'],
    main: html`<h1>${choose[purpose]}</h1>
      ${ErrorSummary({ errors: problems })}
      <p class="quiet">Link and code work for another ${waitWords(minutesLeft * 60)}.</p>
      <form method="post" action=${`${doorOf[purpose]}/${handle}`} novalidate>
        ${PasswordOwner({ username })}
        ${CodeField({ name: 'code', label: 'Code', hint: 'The 6 digits from the email', value: code, error: errors.code })}
        ${NewPasswordFields({ strength, errors })}
        ${Button({ label: 'Save New Password' })}
      </form>`,
  }
}

const choose: Record<ResetPurpose, string> = { reset: 'Choose a new password', invitation: 'Choose your password' }

/** Where a link of each kind leads. */
export const doorOf: Record<ResetPurpose, string> = { reset: '/reset', invitation: '/invite' }

/** The two fields of a new password, wherever one is chosen. */
export function NewPasswordFields({ strength, errors }: { strength: ResetPage['strength']; errors: ResetErrors }) {
  const { minimumLength } = strength.context
  return html`${PasswordField({
    name: 'newPassword',
    label: 'New password',
    autocomplete: 'new-password',
    rules: `minlength: ${Math.max(minimumLength, 12)};`,
    hint: `At least ${minimumLength} characters. Three or four unusual words are good. Names of people and companies add no strength.`,
    error: errors.newPassword,
    below: StrengthMeter({ inputId: 'newPassword', ...strength }),
  })}
  ${PasswordField({
    name: 'confirmPassword',
    label: 'Confirm new password',
    autocomplete: 'new-password',
    error: errors.confirmPassword,
  })}`
}

const ends: Record<LinkEnd, { title: string; text: string }> = {
  used: {
    title: 'This link has been used',
    text: 'It was used to save a new password. If that was you, sign in with the new password.',
  },
  expired: {
    title: 'This link has expired',
    text: 'The link and code work for a few minutes after the email is sent. A new email brings new ones.',
  },
  exhausted: {
    title: 'Too many wrong codes',
    text: 'The wrong code was entered too often, so this link no longer works. A new email brings a new code.',
  },
  'password-changed': {
    title: 'The password has been changed',
    text: 'The password was changed in another way after this email was sent. If that was you, sign in with the new password.',
  },
  'address-changed': {
    title: 'Your username or address has changed',
    text: 'An administrator changed it after this email was sent, so earlier links no longer work. The notice of the change names the new one.',
  },
  replaced: {
    title: 'This link was replaced',
    text: 'The email was sent again with a new link and code. Use the newest email.',
  },
  unreadable: {
    title: 'This code can no longer be checked',
    text: 'The server got new keys after this email was sent. Nothing you typed was wrong. A new email brings a new link and code.',
  },
  stopped: {
    title: 'This link was stopped',
    text: 'The person or an administrator ended all sessions of this account, locked it, or reported a problem with it. Links sent before that no longer work. A new email brings a new link and code.',
  },
}

/** The ends of a link (J11): which of them it is, and one button for a new mail. */
export function endedLinkPage({
  purpose,
  handle,
  why,
}: Pick<ResetPage, 'purpose' | 'handle'> & { why: LinkEnd }): Content {
  const { title, text } = ends[why]
  return {
    title,
    main: html`<h1>${title}</h1>
      <p>${text}</p>
      <form method="post" action=${`${doorOf[purpose]}/${handle}/again`}>${Button({ label: 'Send a new email' })}</form>
      ${SecondaryLink({ label: 'Back to sign in', href: '/sign-in' })}`,
  }
}

export function unknownLinkPage(): Content {
  return {
    title: "We don't recognise this link",
    main: html`<h1>We don't recognise this link</h1>
      <p>Your email program may have cut it off, or it is very old. Copy the whole link from the email. To get a new email, enter your username on the sign-in page and choose Reset password.</p>
      ${ButtonLink({ label: 'Go to sign in', href: '/sign-in' })}`,
  }
}

export function closedAccountPage(why: ClosedBecause): Content {
  return {
    title: "This account can't sign in",
    main: html`<h1>This account can't sign in</h1>
      <p>${closedWords[why]}, so no new password can be saved. Ask your administrator, who can change that.</p>
      ${SecondaryLink({ label: 'Back to sign in', href: '/sign-in' })}`,
  }
}

/** A limit that its person may know of, with the time after which it is over. */
export function tooManyPage({ text, retryAfterSeconds, contactLine }: TooMany): Content {
  return {
    title: 'Wait a moment',
    main: html`<h1>Wait a moment</h1>
      ${Notice({
        kind: 'warning',
        title: text,
        children: html`<p>Try again in ${waitWords(retryAfterSeconds)}. Can't wait? An administrator can send you a reset email now. ${contactLine}</p>`,
      })}
      ${SecondaryLink({ label: 'Back to sign in', href: '/sign-in' })}`,
  }
}

type TooMany = { text: string; retryAfterSeconds: number; contactLine: string }

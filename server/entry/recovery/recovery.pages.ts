import type { StrengthContext } from '../../../shared/strength/types.ts'
import type { ClosedBecause } from '../../people/accounts/account.ts'
import type { ResetPurpose } from '../../platform/database/tables.ts'
import { Button, SecondaryLink } from '../../platform/html/buttons.ts'
import { CodeField, PasswordField, PasswordOwner } from '../../platform/html/fields.ts'
import type { Content } from '../../platform/html/frame.ts'
import { html } from '../../platform/html/html.ts'
import { ErrorSummary, Notice } from '../../platform/html/messages.ts'
import { waitWords } from '../../platform/html/moment-words.ts'
import { StrengthMeter } from '../../platform/html/strength-meter.ts'
import { closedWords } from './closed-words.ts'

export type ResetPage = {
  purpose: ResetPurpose
  handle: string
  username: string
  minutesLeft: number
  strength: { context: StrengthContext; dictionariesUrl: string }
  /** The code as typed; passwords are never sent back. */
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
      <form method="post" action=${`${doorOf[purpose]}/${handle}`} data-after-saving="/sign-in" novalidate>
        ${PasswordOwner({ username })}
        ${CodeField({ name: 'code', label: 'Code', hint: 'The 6 digits from the email', enterkeyhint: 'next', value: code, error: errors.code })}
        ${NewPasswordFields({ strength, errors })}
        ${Button({ label: 'Save New Password' })}
      </form>`,
  }
}

const choose: Record<ResetPurpose, string> = { reset: 'Choose a new password', invitation: 'Choose your password' }

/** The path of each kind of link. */
export const doorOf: Record<ResetPurpose, string> = { reset: '/reset', invitation: '/invite' }

const hasError = (errors: object) => Object.values(errors).some(Boolean)

/** The two fields of a new password, on every page with a choice of password. */
export function NewPasswordFields({ strength, errors }: { strength: ResetPage['strength']; errors: ResetErrors }) {
  const { minimumLength } = strength.context
  const rules = `minlength: ${Math.max(minimumLength, 12)};`
  return html`${hasError(errors) && html`<noscript><p class="hint">Type the new password again in both fields.</p></noscript>`}
  ${PasswordField({
    name: 'newPassword',
    label: 'New password',
    autocomplete: 'new-password',
    rules,
    enterkeyhint: 'next',
    hint: `At least ${minimumLength} characters. Three or four unusual words are good. Names of people and companies add no strength.`,
    error: errors.newPassword,
    below: StrengthMeter({ inputId: 'newPassword', ...strength }),
  })}
  ${PasswordField({
    name: 'confirmPassword',
    label: 'Confirm new password',
    autocomplete: 'new-password',
    rules,
    enterkeyhint: 'done',
    error: errors.confirmPassword,
  })}`
}

export function closedAccountPage(why: ClosedBecause): Content {
  return {
    title: "This account can't sign in",
    main: html`<h1>This account can't sign in</h1>
      <p>${closedWords[why]}, so no new password can be saved. Ask your administrator, who can change that.</p>
      ${SecondaryLink({ label: 'Back to sign in', href: '/sign-in' })}`,
  }
}

/** Shows a limit that the person may know about, and when it ends. */
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

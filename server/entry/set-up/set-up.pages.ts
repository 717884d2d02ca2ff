import { Button, ButtonLink } from '../../platform/html/buttons.ts'
import { TextField } from '../../platform/html/fields.ts'
import type { Content } from '../../platform/html/frame.ts'
import { html } from '../../platform/html/html.ts'
import { ErrorSummary } from '../../platform/html/messages.ts'
import type { Meter } from '../../platform/passwords/meter.ts'
import { NewPasswordFields, type ResetErrors } from '../recovery/recovery.pages.ts'
import type { SetUp, SetUpField } from './complete-set-up.ts'
import type { SetUpLinkState } from './read-set-up-link.ts'

export type SetUpErrors = ResetErrors & Partial<Record<SetUpField, string>>

export type SetUpPage = {
  handle: string
  /** The values as typed; passwords are never sent back. */
  setUp: SetUp
  strength: Meter
  errors?: SetUpErrors | undefined
  /** An error that concerns the whole form. */
  problem?: string | undefined
}

export function setUpPage({ handle, setUp, strength, errors = {}, problem }: SetUpPage): Content {
  const atFields = inOrder.flatMap(fieldId => (errors[fieldId] ? [{ text: errors[fieldId], fieldId }] : []))
  const problems = [...(problem === undefined ? [] : [{ text: problem }]), ...atFields]
  const field = (name: SetUpField, label: string) => ({ name, label, value: setUp[name], error: errors[name] })
  return {
    title: problems.length > 0 ? 'Error: Set up Fieldkey' : 'Set up Fieldkey',
    scripts: ['reset'],
    main: html`<h1>Set up Fieldkey</h1>
      ${ErrorSummary({ errors: problems })}
      <p class="quiet">You become the first administrator, with full rights. You can change everything here later.</p>
      <form method="post" action=${`/set-up/${handle}`} data-after-saving="/sign-in" novalidate>
        ${TextField({
          ...field('organisation', 'Organisation'),
          hint: 'Shown on every page and in every email.',
          autocomplete: 'organization',
          ownWord: 'company',
        })}
        ${TextField({
          ...field('contactLine', 'Help line'),
          hint: 'Where people find help: a telephone number, an address, a person.',
          autocomplete: 'off',
        })}
        ${TextField({
          ...field('username', 'Username'),
          hint: 'Your email address. You sign in with it, and your reset emails go there.',
          autocomplete: 'username',
          inputmode: 'email',
          ownWord: 'email',
        })}
        <input type="hidden" name="confirmedUsername" value=${setUp.username} />
        ${TextField({ ...field('givenName', 'First name'), autocomplete: 'given-name', ownWord: 'name' })}
        ${TextField({ ...field('familyName', 'Surname'), autocomplete: 'family-name', ownWord: 'name' })}
        ${NewPasswordFields({ strength, errors })}
        ${Button({ label: 'Set up' })}
      </form>`,
  }
}

const inOrder = [
  'organisation',
  'contactLine',
  'username',
  'givenName',
  'familyName',
  'newPassword',
  'confirmPassword',
] as const

const ends: Record<Exclude<SetUpLinkState, 'live'>, { title: string; text: string }> = {
  unknown: {
    title: "We don't recognise this link",
    text: "It may have been cut off. Copy the whole link from the server's output. While no one can sign in, a restart prints a new one.",
  },
  expired: {
    title: 'This link has expired',
    text: 'A set-up link works for a day. Restart the server to get a new one.',
  },
  done: {
    title: 'Fieldkey is already set up',
    text: 'There is an administrator, so this link no longer works. If no one you know set it up, tell the person who runs the server immediately.',
  },
}

export function endedSetUpPage(why: Exclude<SetUpLinkState, 'live'>): Content {
  const { title, text } = ends[why]
  return {
    title,
    main: html`<h1>${title}</h1>
      <p>${text}</p>
      ${ButtonLink({ label: 'Go to sign in', href: '/sign-in' })}`,
  }
}

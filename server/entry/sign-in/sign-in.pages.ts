import { Answers, Button, SecondaryButton, SecondaryButtonLink } from '../../platform/html/buttons.ts'
import { PasswordField, TextField } from '../../platform/html/fields.ts'
import type { Content } from '../../platform/html/frame.ts'
import { type Html, html } from '../../platform/html/html.ts'
import { Address, ErrorSummary, Notice, StatusRegion } from '../../platform/html/messages.ts'
import { PasskeyForm } from '../second-step/passkey-form.html.ts'
import type { Company } from './find-companies.ts'
import { type OptionWords, unknownWords } from './option-words.ts'

export type SignInPage = {
  username: string
  /** The script asks for the reset option when the page opens. Only for a visit from our own pages with a filled-in username. */
  asksOnOpening?: boolean | undefined
  /** The form's action. */
  action: string
  /** The app that follows, if one sent the person here. */
  goesOnTo?: string | undefined
  /** The providers that can sign this person in. */
  companies: readonly Company[]
  /** The app wants a new sign-in, at the provider too. */
  asksCompanyAgain?: boolean | undefined
  /** The answer about the username, if there is one. */
  option?: OptionWords | undefined
  notice?: { kind: 'info' | 'success'; title: string; text: string } | undefined
  problem?: { text: string; fieldId?: 'username' | 'password' } | undefined
}

export function signInPage({
  username,
  asksOnOpening,
  action,
  goesOnTo,
  companies,
  asksCompanyAgain,
  option,
  notice,
  problem,
}: SignInPage): Content {
  const errorAt = (id: 'username' | 'password') => (problem?.fieldId === id ? problem.text : undefined)
  const isAnswer = notice?.kind === 'info'
  const companyAddress = `/sign-in/company?at=${encodeURIComponent(action)}${asksCompanyAgain ? '&fresh=yes' : ''}`
  return {
    title: problem ? 'Error: Sign in' : 'Sign in',
    scripts: ['sign-in'],
    main: html`<h1>Sign in</h1>
      ${goesOnTo !== undefined && html`<p class="quiet">Then you go on to ${goesOnTo}.</p>`}
      ${notice && Notice({ ...notice, children: html`<p>${notice.text}</p>`, takesFocus: option?.option === 'text' && isAnswer })}
      ${ErrorSummary({ errors: problem ? [problem] : [], title: "Sign-in didn't work" })}
      <form id="sign-in" method="post" action=${action} data-unknown=${unknownWords} data-asks-on-opening=${asksOnOpening || undefined} data-company=${companyAddress} novalidate>
        ${TextField({
          name: 'username',
          label: 'Username',
          autocomplete: 'username webauthn',
          inputmode: 'email',
          enterkeyhint: 'next',
          value: username,
          autofocus: username === '',
          error: errorAt('username'),
        })}
        ${PasswordField({
          name: 'password',
          label: 'Password',
          autocomplete: 'current-password',
          enterkeyhint: 'go',
          required: false,
          autofocus: username !== '' && !isAnswer,
          error: errorAt('password'),
        })}
        ${Button({ label: 'Sign in' })}
        ${StatusRegion({ id: 'reset-option', children: option && Option(option, { isAnswer }) })}
        <div id="companies" class="status" role="status">${companies.map(({ id, name }) => SecondaryButton({ label: `Continue with ${name}`, name: 'provider', value: id, formaction: companyAddress }))}</div>
        ${!option && html`<noscript>${SecondaryButton({ label: 'Forgotten your password?', name: 'forgotten', value: 'yes' })}</noscript>`}
      </form>
      ${PasskeyForm({ action, label: 'Use a passkey' })}`,
  }
}

function Option(option: OptionWords, { isAnswer }: { isAnswer: boolean }): Html {
  switch (option.option) {
    case 'none':
      return null
    case 'text':
      return html`<p class="option-text">${option.text}</p>`
    case 'reset':
      return SecondaryButton({ label: 'Reset password', formaction: '/sign-in/popup', autofocus: isAnswer })
  }
}

/** The popup without scripts (J4): the same question and the same two buttons. */
export function popupPage({
  username,
  popup,
}: {
  username: string
  popup: Extract<OptionWords, { option: 'reset' }>['popup']
}): Content {
  return {
    title: 'Reset password',
    main: html`<h1>${popup.question}</h1>
      ${popup.address !== null && Address({ address: popup.address })}
      <p class="quiet">${popup.detail}</p>
      <form method="post" action="/reset">
        <input type="hidden" name="username" value=${username} />
        ${Answers({
          children: html`${SecondaryButtonLink({ label: 'Cancel', href: `/sign-in?username=${encodeURIComponent(username)}` })}${Button({ label: 'OK' })}`,
        })}
      </form>`,
  }
}

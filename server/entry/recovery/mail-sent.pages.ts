import { SecondaryLink } from '../../platform/html/buttons.ts'
import type { Content } from '../../platform/html/frame.ts'
import { html } from '../../platform/html/html.ts'
import { Breakable } from '../../platform/html/messages.ts'

type MailSentPage = {
  /** The name that was typed. After the button of an ended link there is none. */
  username: string | undefined
  minutes: number
  /** Said to everyone. */
  isSlow: boolean
}

/**
 * The page after OK. It must not tell whether the username exists, whether its account can sign in, or whether a cap refused the
 * email, so each sentence is true in every case.
 */
export function mailSentPage({ username, minutes, isSlow }: MailSentPage): Content {
  const whose = username ? html`the username <strong>${Breakable({ text: username })}</strong>` : 'your username'
  return {
    title: 'Check your email',
    main: html`<h1>Check your email</h1>
      <p>If we know ${whose}, an email arrives at its email address within a minute. If one came a moment ago, or several today, no new one may come: use the newest email.</p>
      ${isSlow && html`<p><strong>Email is slow right now.</strong> It may take longer than a minute. You don't need to ask again.</p>`}
      <ol class="steps">
        <li>Open the email on any device.</li>
        <li>Open its link.</li>
        <li>Enter the code from the email and choose a new password.</li>
      </ol>
      <p class="quiet">Link and code work for ${minutes} minutes. No link in the email? It says why the account can't sign in, and who can help.</p>
      <p class="quiet">Nothing there after two minutes? Check the spam folder, then call your office.</p>
      ${SecondaryLink({ label: 'Back to sign in', href: '/sign-in' })}`,
  }
}

/** The page after the button of an ended invitation. It is the same for every state of the account. */
export function invitationSentPage(): Content {
  return {
    title: 'Check your email',
    main: html`<h1>Check your email</h1>
      <p>If you haven't chosen a password yet, a new email is on its way. Open it on any device. It has a link and a code, or says why the account can't sign in.</p>
      <p class="quiet">Already have a password? Sign in, or choose Reset password there.</p>
      ${SecondaryLink({ label: 'Go to sign in', href: '/sign-in' })}`,
  }
}

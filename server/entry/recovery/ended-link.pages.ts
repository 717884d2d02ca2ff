import { Button, ButtonLink, SecondaryButton, SecondaryLink } from '../../platform/html/buttons.ts'
import type { Content } from '../../platform/html/frame.ts'
import { html } from '../../platform/html/html.ts'
import type { LinkEnd } from './read-link.ts'
import { doorOf, type ResetPage } from './recovery.pages.ts'

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

/** J11: how the link ended, and a button that requests a new email. After a saved password, signing in is the next step. */
export function endedLinkPage({
  purpose,
  handle,
  why,
}: Pick<ResetPage, 'purpose' | 'handle'> & { why: LinkEnd }): Content {
  const { title, text } = ends[why]
  const hasNewPassword = why === 'used' || why === 'password-changed'
  const NewEmail = hasNewPassword ? SecondaryButton : Button
  return {
    title,
    main: html`<h1>${title}</h1>
      <p>${text}</p>
      ${hasNewPassword && ButtonLink({ label: 'Sign in', href: '/sign-in' })}
      <form method="post" action=${`${doorOf[purpose]}/${handle}/again`}>${NewEmail({ label: 'Send a new email' })}</form>
      ${!hasNewPassword && SecondaryLink({ label: 'Back to sign in', href: '/sign-in' })}`,
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

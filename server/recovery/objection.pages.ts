import { Button, ButtonLink, SecondaryLink } from '../html/buttons.ts'
import type { Content } from '../html/frame.ts'
import { html } from '../html/html.ts'
import { Notice } from '../html/messages.ts'
import { momentWords } from '../html/moment-words.ts'

export function objectionPage({ handle, eventAt }: { handle: string; eventAt: Date }): Content {
  return {
    title: 'Was it not you?',
    main: html`<h1>Was it not you?</h1>
      <p>The password of your account was changed on ${momentWords(eventAt)}.</p>
      <p>If you did not do that, somebody else may be in your account. Lock it, and</p>
      <ul class="steps">
        <li>everybody is signed out of it, on all devices,</li>
        <li>reset mails that are still open stop working,</li>
        <li>only a new password, chosen by a new mail, opens it again,</li>
        <li>your administrators are told.</li>
      </ul>
      <p class="quiet">The old password does not come back.</p>
      <form method="post" action=${`/objection/${handle}`}>${Button({ label: 'It was not me: lock it' })}</form>
      ${SecondaryLink({ label: 'It was me, leave it as it is', href: '/sign-in' })}`,
  }
}

export function objectedPage(): Content {
  return {
    title: 'Your account is locked',
    main: html`<h1>Your account is locked</h1>
      ${Notice({ kind: 'success', title: 'Everybody is signed out', children: html`<p>Your administrators have been told.</p>` })}
      <p>To open the account again, choose a new password: enter your username on the sign-in page and choose Reset password.</p>
      <p class="quiet">If you think that somebody can read your mail, change the password of your mailbox first.</p>
      ${ButtonLink({ label: 'Go to sign in', href: '/sign-in' })}`,
  }
}

const ends = {
  used: {
    title: 'This link has been used',
    text: 'The account was locked with it. A new password by mail opens it again.',
  },
  expired: {
    title: 'The time of this link is over',
    text: 'It worked for 7 days. If you still think that the change was not yours, tell your administrator today, and choose a new password.',
  },
  unknown: {
    title: 'This link is not known here',
    text: 'It may have been cut off by the mail program. Copy the whole link from the mail, or tell your administrator.',
  },
} as const

export function endedObjectionPage(why: keyof typeof ends): Content {
  const { title, text } = ends[why]
  return {
    title,
    main: html`<h1>${title}</h1><p>${text}</p>${ButtonLink({ label: 'Go to sign in', href: '/sign-in' })}`,
  }
}

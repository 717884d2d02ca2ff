import { Button, ButtonLink, SecondaryLink } from '../../platform/html/buttons.ts'
import type { Content } from '../../platform/html/frame.ts'
import { html } from '../../platform/html/html.ts'
import { Breakable, Notice } from '../../platform/html/messages.ts'
import { momentWords } from '../../platform/html/moment-words.ts'
import { type ChangeFacts, changeWords } from './address-changed.mail.ts'

type Objected = {
  eventAt: Date
  /** Of a username or an address; nothing where it was the password. */
  change: ChangeFacts | undefined
}

export function objectionPage({ handle, ...objected }: Objected & { handle: string }): Content {
  const words = wordsOf(objected)
  return {
    title: words.question,
    main: html`<h1>${words.question}</h1>
      <p>${Breakable({ text: words.happened })}</p>
      <p>${words.means}</p>
      <ul class="steps">
        <li>everybody is signed out of it, on all devices,</li>
        <li>reset mails that are still open stop working,</li>
        ${words.steps.map(step => html`<li>${step}</li>`)}
      </ul>
      <p class="quiet">${words.stays}</p>
      <form method="post" action=${`/objection/${handle}`}>${Button({ label: words.yes })}</form>
      ${SecondaryLink({ label: words.no, href: '/sign-in' })}`,
  }
}

export function objectedPage(objected: Objected): Content {
  const words = wordsOf(objected)
  return {
    title: 'Your account is locked',
    main: html`<h1>Your account is locked</h1>
      ${Notice({ kind: 'success', title: 'Everybody is signed out', children: html`<p>Your administrators have been told.</p>` })}
      <p>${words.next}</p>
      <p class="quiet">If you think that somebody can read your mail, change the password of your mailbox first.</p>
      ${ButtonLink({ label: 'Go to sign in', href: '/sign-in' })}`,
  }
}

function wordsOf({ eventAt, change }: Objected) {
  if (!change) {
    return {
      question: 'Was it not you?',
      happened: `The password of your account was changed on ${momentWords(eventAt)}.`,
      means: 'If you did not do that, somebody else may be in your account. Lock it, and',
      steps: ['only a new password, chosen by a new mail, opens it again,', 'your administrators are told.'],
      stays: 'The old password does not come back.',
      yes: 'It was not me: lock it',
      no: 'It was me, leave it as it is',
      next: 'To open the account again, choose a new password: enter your username on the sign-in page and choose Reset password.',
    }
  }
  return {
    question: 'Was it not agreed with you?',
    happened: changeWords(change),
    means: 'If nobody told you of it, somebody may be trying to get into your account. Lock it, and',
    steps: [
      'no mail that leads to a password goes to the new address, however long it takes,',
      'your administrators are told, and put it right with you.',
    ],
    stays: 'The old address does not come back by itself: an administrator has to put it back.',
    yes: 'It was not agreed with me: lock it',
    no: 'I know of it, leave it as it is',
    next: 'Call your administrator now. They put your address back, and then send you the mail that leads to a new password.',
  }
}

const ends = {
  used: {
    title: 'This link has been used',
    text: 'The account was locked with it. Your administrator, or a new password by mail, opens it again.',
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

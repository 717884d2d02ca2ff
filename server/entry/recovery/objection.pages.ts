import type { ObjectionEvent } from '../../platform/database/tables.ts'
import { Button, ButtonLink, SecondaryLink } from '../../platform/html/buttons.ts'
import type { Content } from '../../platform/html/frame.ts'
import { html } from '../../platform/html/html.ts'
import { Breakable, Notice } from '../../platform/html/messages.ts'
import { momentWords } from '../../platform/html/moment-words.ts'
import { type ChangeFacts, changeWords } from './address-changed.mail.ts'

type ObjectedChange = {
  event: ObjectionEvent
  eventAt: Date
  /** The changed username or address; undefined for another event. */
  change: ChangeFacts | undefined
}

export function objectionPage({ handle, ...objected }: ObjectedChange & { handle: string }): Content {
  const words = wordsOf(objected)
  return {
    title: words.question,
    main: html`<h1>${words.question}</h1>
      <p>${Breakable({ text: words.happened })}</p>
      <p>${words.means}</p>
      <ul class="steps">
        <li>everyone is signed out of it, on all devices,</li>
        <li>open reset emails stop working,</li>
        ${words.steps.map(step => html`<li>${step}</li>`)}
      </ul>
      <p class="quiet">${words.stays}</p>
      <form method="post" action=${`/objection/${handle}`}>${Button({ label: words.yes })}</form>
      ${SecondaryLink({ label: words.no, href: '/sign-in' })}`,
  }
}

export function objectedPage(objected: ObjectedChange): Content {
  const words = wordsOf(objected)
  return {
    title: 'Your account is locked',
    main: html`<h1>Your account is locked</h1>
      ${Notice({ kind: 'success', title: 'Everyone is signed out', children: html`<p>Your administrators have been told.</p>` })}
      <p>${words.next}</p>
      <p class="quiet">If someone else may be able to read your email, change your mailbox password first.</p>
      ${ButtonLink({ label: 'Go to sign in', href: '/sign-in' })}`,
  }
}

function wordsOf({ event, eventAt, change }: ObjectedChange) {
  if (!change) {
    return {
      question: "Wasn't it you?",
      happened: `${happened(event)} on ${momentWords(eventAt)}.`,
      means: "If you didn't do that, someone else may be using your account. If you lock it,",
      steps: ['only a new password, chosen through a new email, unlocks it,', 'your administrators are told.'],
      stays: event === 'second-step-changed' ? secondStepStays : "The old password doesn't come back.",
      yes: "It wasn't me: lock it",
      no: "It was me: don't lock it",
      next: 'To unlock the account, choose a new password: enter your username on the sign-in page and choose Reset password.',
    }
  }
  return {
    question: "Didn't you agree to this?",
    happened: changeWords(change),
    means: 'If no one told you about it, someone may be trying to get into your account. If you lock it,',
    steps: ['no password email goes to the new address,', 'your administrators are told, and sort it out with you.'],
    stays: "The old address doesn't come back by itself. An administrator has to restore it.",
    yes: "I didn't agree: lock it",
    no: "I agreed: don't lock it",
    next: 'Call your administrator now. They restore your address, then send you a password reset email.',
  }
}

const secondStepStays = 'The second step stays as it is now. Your administrator removes it when you have talked.'

function happened(event: ObjectionEvent): string {
  if (event === 'second-step-changed') return 'The second step of your account was changed'
  return event === 'signed-in' ? 'Someone signed in to your account' : 'The password of your account was changed'
}

const ends = {
  used: {
    title: 'This link has been used',
    text: 'It locked the account. Your administrator, or a password reset, unlocks it.',
  },
  expired: {
    title: 'This link has expired',
    text: "It worked for 7 days. If the change wasn't yours, tell your administrator today and choose a new password.",
  },
  unknown: {
    title: "We don't recognise this link",
    text: 'Your email program may have cut it off. Copy the whole link from the email, or tell your administrator.',
  },
} as const

export function endedObjectionPage(why: keyof typeof ends): Content {
  const { title, text } = ends[why]
  return {
    title,
    main: html`<h1>${title}</h1><p>${text}</p>${ButtonLink({ label: 'Go to sign in', href: '/sign-in' })}`,
  }
}

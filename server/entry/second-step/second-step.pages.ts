import { Button, ButtonLink, SecondaryLink } from '../../platform/html/buttons.ts'
import { CodeField } from '../../platform/html/fields.ts'
import type { Content } from '../../platform/html/frame.ts'
import { type Html, html } from '../../platform/html/html.ts'
import { Breakable, ErrorSummary, Notice } from '../../platform/html/messages.ts'
import type { QrDrawing } from './draw-qr.ts'
import { PasskeyForm } from './passkey-form.html.ts'

type Problem = { text: string; fieldId?: 'code' }

export type CodePage = {
  username: string
  /** The form's action. */
  action: string
  /** The way back to the sign-in form. */
  startAgain: string
  mayTrust: boolean
  hasPasskey: boolean
  problem?: Problem | undefined
}

/** Asks for a code after the right password. */
export function codePage({ username, action, startAgain, mayTrust, hasPasskey, problem }: CodePage): Content {
  return {
    title: problem ? 'Error: Second step' : 'Second step',
    scripts: ['sign-in'],
    main: html`<h1>Second step</h1>
      <p class="owner">For ${Breakable({ text: username })}</p>
      ${ErrorSummary({ errors: problem ? [problem] : [], title: "That didn't work" })}
      <form method="post" action=${action} novalidate>
        ${StepCodeField({ autofocus: !problem, error: errorOf(problem) })}
        ${mayTrust && Trust()}
        ${Button({ label: 'Sign in' })}
      </form>
      ${hasPasskey && PasskeyForm({ action, label: 'Use a passkey' })}
      <p class="quiet">Phone lost? Use a recovery code in the same field, or ask your administrator.</p>
      ${SecondaryLink({ label: 'Sign in as someone else', href: startAgain })}`,
  }
}

export type AddPage = {
  username: string
  action: string
  /** The way back. */
  back: { label: string; href: string }
  /** The person must add one to sign in. */
  isRequired: boolean
  pending: string
  /** The key as text, and as a QR code. */
  key: string
  qr: QrDrawing
  problem?: Problem | undefined
}

/** Adds an authenticator app: scan or type the key, then prove it with a code. */
export function addPage({ username, action, back, isRequired, pending, key, qr, problem }: AddPage): Content {
  return {
    title: problem ? 'Error: Set up your second step' : 'Set up your second step',
    scripts: ['sign-in'],
    main: html`<h1>Set up your second step</h1>
      ${isRequired && html`<p>Your organisation asks for a second step, so that a password alone opens nothing.</p>`}
      <p class="owner">For ${Breakable({ text: username })}</p>
      ${ErrorSummary({ errors: problem ? [problem] : [], title: "That didn't work" })}
      <ol class="steps">
        <li>Open an authenticator app on your phone. If you have none, install one from your phone's app store.</li>
        <li>Add an account in the app and scan this code.${QrCode(qr)}
          Can't scan? Type this key: <span class="key">${key}</span></li>
        <li>Enter the 6-digit code that the app shows.</li>
      </ol>
      <form method="post" action=${action} novalidate>
        <input type="hidden" name="pending" value=${pending} />
        ${CodeField({ name: 'code', label: 'Code', enterkeyhint: 'go', error: errorOf(problem) })}
        ${Button({ label: 'Save second step' })}
      </form>
      ${SecondaryLink(back)}`,
  }
}

export type RecoveryPage = {
  username: string
  codes: readonly string[]
  goOn: { label: string; href: string }
  title: string
}

/** Shows the recovery codes, this once. */
export function recoveryPage({ username, codes, goOn, title }: RecoveryPage): Content {
  return {
    title: 'Your recovery codes',
    main: html`<h1>Your recovery codes</h1>
      ${Notice({ kind: 'success', title, children: html`<p>Keep these codes: you see them only now.</p>` })}
      <p class="owner">For ${Breakable({ text: username })}</p>
      <p>If you lose your phone, each code signs you in once. Print them, or write them down, and keep them where you keep other important papers.</p>
      <ul class="codes">${codes.map(code => html`<li>${code}</li>`)}</ul>
      ${ButtonLink(goOn)}`,
  }
}

/** Asks for a code of either kind. */
export function StepCodeField({ autofocus, error }: { autofocus?: boolean; error?: string | undefined }): Html {
  return CodeField({ name: 'code', label: 'Code', hint: codeHint, enterkeyhint: 'go', isLong: true, autofocus, error })
}

const codeHint = 'The 6 digits that your authenticator app shows now, or a recovery code.'

const errorOf = (problem: Problem | undefined) => (problem?.fieldId === 'code' ? problem.text : undefined)

/** Dark on light in every colour scheme: many apps read nothing else. */
function QrCode({ size, path }: QrDrawing): Html {
  return html`<svg class="qr-code" viewBox=${`0 0 ${size} ${size}`} role="img" aria-label="QR code for your authenticator app" shape-rendering="crispEdges">
    <rect width=${size} height=${size} fill="#fff" /><path d=${path} fill="#000" />
  </svg>`
}

function Trust(): Html {
  return html`<div class="choice">
    <input type="checkbox" id="trust" name="trust" value="yes" />
    <label for="trust">Don't ask again in this browser for 30 days</label>
  </div>`
}

import { ButtonLink, SecondaryButton, SecondaryLink, SmallButton } from '../../platform/html/buttons.ts'
import { TextField } from '../../platform/html/fields.ts'
import type { Content } from '../../platform/html/frame.ts'
import { type Html, html } from '../../platform/html/html.ts'
import { Breakable, Notice } from '../../platform/html/messages.ts'
import { momentWords } from '../../platform/html/moment-words.ts'
import type { OwnSecondStep } from './own-second-step.ts'

export type OwnSecondStepPage = OwnSecondStep & {
  notice?: { kind: 'success' | 'warning'; title: string; text: string } | undefined
}

/** What a signed-in person has for the second step, with everything that can be changed. */
export function ownSecondStepPage(page: OwnSecondStepPage): Content {
  const { username, generator, recoveryCodes, passkeys, dueAt, notice } = page
  const hasFactor = generator !== undefined || passkeys.length > 0
  return {
    title: 'Second step',
    scripts: ['second-step'],
    main: html`<h1>Second step</h1>
      <p class="owner">For ${Breakable({ text: username })}</p>
      ${notice && Notice({ ...notice, children: html`<p>${notice.text}</p>` })}
      ${dueAt && Due({ dueAt })}
      <p>With a second step, your password alone opens nothing. Fieldkey asks for a code from your phone as well.</p>
      <section class="section" aria-labelledby="generator">
        <h2 id="generator">Authenticator app</h2>
        ${generator && GeneratorRow(generator)}
        ${!generator && ButtonLink({ label: 'Set up an authenticator app', href: '/account/second-step/app' })}
      </section>
      <section class="section" aria-labelledby="passkeys">
        <h2 id="passkeys">Passkeys</h2>
        ${passkeys.length > 0 && html`<ul class="list">${passkeys.map(PasskeyRow)}</ul>`}
        <p>A passkey signs you in with your finger, your face or a PIN, without a password. No false website can use it.</p>
        <p class="quiet" id="no-passkeys">This browser has no passkeys, or its scripts are off.</p>
        <form id="new-passkey" method="post" action="/account/second-step/passkeys" novalidate hidden>
          <input type="hidden" name="passkey" value="" />
          ${TextField({ name: 'name', label: 'Name', hint: 'What you call this device, such as “Work phone”.', autocomplete: 'off', required: false })}
          <p class="error" role="status"></p>
          ${SecondaryButton({ label: 'Add a passkey' })}
        </form>
      </section>
      ${
        hasFactor &&
        html`<section class="section" aria-labelledby="recovery">
          <h2 id="recovery">Recovery codes</h2>
          <p>${recoveryWords(recoveryCodes)}</p>
          <form method="post" action="/account/second-step/recovery-codes">${SmallButton({ label: 'Make new codes' })}</form>
        </section>`
      }
      ${SecondaryLink({ label: 'Back to your account', href: '/account' })}`,
  }
}

function Due({ dueAt }: { dueAt: Date }): Html {
  const text = `Your organisation asks for a second step from ${momentWords(dueAt)} on. Set it up before, and your next sign-in is quick.`
  return Notice({ kind: 'warning', title: 'Set up your second step', children: html`<p>${text}</p>` })
}

function GeneratorRow({ addedAt, lastUsedAt }: NonNullable<OwnSecondStep['generator']>): Html {
  return html`<ul class="list"><li>
    <div><p class="list-title">Authenticator app</p><p class="list-note">Added ${momentWords(addedAt)}. ${usedWords(lastUsedAt)}</p></div>
    <form method="post" action="/account/second-step/app/remove">${SmallButton({ label: 'Remove', about: 'the authenticator app' })}</form>
  </li></ul>
  ${SecondaryLink({ label: 'Move to another phone', href: '/account/second-step/app' })}`
}

function PasskeyRow({ id, name, addedAt, lastUsedAt, isSynced }: OwnSecondStep['passkeys'][number]): Html {
  const kept = isSynced ? 'Kept by a password manager. ' : ''
  return html`<li>
    <div><p class="list-title">${name}</p><p class="list-note">${kept}Added ${momentWords(addedAt)}. ${usedWords(lastUsedAt)}</p></div>
    <form method="post" action="/account/second-step/passkeys/remove">${SmallButton({ label: 'Remove', name: 'id', value: id, about: `the passkey ${name}` })}</form>
  </li>`
}

const usedWords = (at: Date | null) => (at ? `Last used ${momentWords(at)}.` : 'Not used yet.')

function recoveryWords(left: number): string {
  if (left === 0) return 'You have none left. Make new ones, in case you lose your phone.'
  return `You have ${left} left. Each signs you in once if you lose your phone. New codes replace them.`
}

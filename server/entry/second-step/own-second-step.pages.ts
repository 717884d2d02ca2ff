import { ButtonLink, SecondaryLink, SmallButton } from '../../platform/html/buttons.ts'
import type { Content } from '../../platform/html/frame.ts'
import { type Html, html } from '../../platform/html/html.ts'
import { Breakable, Notice } from '../../platform/html/messages.ts'
import { momentWords } from '../../platform/html/moment-words.ts'
import type { OwnSecondStep } from './own-second-step.ts'

export type OwnSecondStepPage = OwnSecondStep & { notice?: { title: string; text: string } | undefined }

/** What a signed-in person has for the second step, with everything that can be changed. */
export function ownSecondStepPage(page: OwnSecondStepPage): Content {
  const { username, generator, recoveryCodes, passkeys, dueAt, notice } = page
  const hasFactor = generator !== undefined || passkeys.length > 0
  return {
    title: 'Second step',
    main: html`<h1>Second step</h1>
      <p class="owner">For ${Breakable({ text: username })}</p>
      ${notice && Notice({ kind: 'success', title: notice.title, children: html`<p>${notice.text}</p>` })}
      ${dueAt && Due({ dueAt })}
      <p>With a second step, your password alone opens nothing. Fieldkey asks for a code from your phone as well.</p>
      <section class="section" aria-labelledby="generator">
        <h2 id="generator">Authenticator app</h2>
        ${generator && GeneratorRow(generator)}
        ${!generator && ButtonLink({ label: 'Set up an authenticator app', href: '/account/second-step/app' })}
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
    <div><p class="list-title">Authenticator app</p><p class="list-note">Added ${momentWords(addedAt)}. ${lastUsedAt ? `Last used ${momentWords(lastUsedAt)}.` : 'Not used yet.'}</p></div>
    <form method="post" action="/account/second-step/app/remove">${SmallButton({ label: 'Remove', about: 'the authenticator app' })}</form>
  </li></ul>
  ${SecondaryLink({ label: 'Move to another phone', href: '/account/second-step/app' })}`
}

function recoveryWords(left: number): string {
  if (left === 0) return 'You have none left. Make new ones, in case you lose your phone.'
  return `You have ${left} left. Each signs you in once if you lose your phone. New codes replace them.`
}

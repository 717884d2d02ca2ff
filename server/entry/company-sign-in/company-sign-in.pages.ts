import { ButtonLink, SecondaryLink } from '../../platform/html/buttons.ts'
import type { Content } from '../../platform/html/frame.ts'
import { html } from '../../platform/html/html.ts'

/** Between our form and the provider: the policy for forms would refuse a redirect to another site. */
export function goingOnPage({ name, address }: { name: string; address: string }): Content {
  return {
    title: `Going on to ${name}`,
    main: html`<h1>Going on to ${name}</h1>
      <p>You sign in there, and come back here by yourself.</p>
      ${ButtonLink({ label: 'Continue', href: address })}`,
  }
}

export type CompanyTrouble = 'over' | 'provider-down' | 'denied' | 'refused' | 'unknown' | 'no-licence' | 'closed'

type TroublePage = { trouble: CompanyTrouble; name: string; back: string; contactLine: string }

/** Says what happened, and what the person can do. */
export function troublePage({ trouble, name, back, contactLine }: TroublePage): Content {
  const { title, text } = words[trouble](name)
  return {
    title,
    main: html`<h1>${title}</h1>
      <p>${text}</p>
      ${contactLine !== '' && html`<p class="quiet">${contactLine}</p>`}
      ${ButtonLink({ label: 'Go to sign in', href: back })}
      ${back !== '/sign-in' && SecondaryLink({ label: 'Your account', href: '/account' })}`,
  }
}

const words: Record<CompanyTrouble, (name: string) => { title: string; text: string }> = {
  over: () => ({
    title: 'This sign-in has ended',
    text: 'It took longer than 10 minutes, was used before, or began in another browser. Start again from the sign-in page.',
  }),
  'provider-down': name => ({
    title: `${name} doesn't answer`,
    text: `Your company's sign-in, ${name}, can't be reached right now. Try again in a few minutes. If it still doesn't answer, tell your administrator.`,
  }),
  denied: name => ({
    title: `${name} didn't sign you in`,
    text: `The sign-in at ${name} was cancelled or refused. Try again, or ask the people who run ${name} to admit you.`,
  }),
  refused: name => ({
    title: `The answer of ${name} couldn't be verified`,
    text: 'Nothing was changed. Try again. If it happens again, tell your administrator: the audit log and the server log say why.',
  }),
  unknown: name => ({
    title: 'No account here belongs to you yet',
    text: `${name} knows you, but no account here is linked to you. If you have a password, sign in with it and link ${name} under Your account. Otherwise, ask your administrator.`,
  }),
  'no-licence': () => ({
    title: 'No licence is free',
    text: 'Your account could not be created, because all licences are used. Ask your administrator to enable one more.',
  }),
  closed: () => ({
    title: "This account can't sign in right now",
    text: 'Your company signed you in, but your account here is closed, locked, or not meant for this way in. Ask your administrator.',
  }),
}

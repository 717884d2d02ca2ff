import { SecondaryLink } from '../html/buttons.ts'
import type { Content } from '../html/frame.ts'
import { html } from '../html/html.ts'
import type { Problem } from './problems.ts'

/** The page for a request that no feature could answer. */
export function problemPage({ title, text }: Problem): Content {
  return {
    title,
    main: html`<h1>${title}</h1>
      <p>${text}</p>
      ${SecondaryLink({ label: 'Go to sign in', href: '/sign-in' })}`,
  }
}

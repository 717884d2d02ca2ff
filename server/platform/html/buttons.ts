import { type Html, html } from './html.ts'

export type ButtonProps = {
  label: string
  /** The value that the form sends with this button. */
  name?: string | undefined
  value?: string | undefined
  /** The address that this button posts to, if it differs from the form's. */
  formaction?: string | undefined
  /** Sends the form without the browser's own checks. */
  formnovalidate?: boolean | undefined
  /** The thing that it acts on, where several buttons have the same label. Screen readers read it after the label. */
  about?: string | undefined
  /** Takes the focus when the page opens, because it is the answer to the user's request. */
  autofocus?: boolean | undefined
}

export type LinkProps = { label: string; href: string }

/** The one main action of a form, full width. */
export function Button(props: ButtonProps): Html {
  return submitButton('button', props)
}

/** An action beside the main one: outlined, full width. */
export function SecondaryButton(props: ButtonProps): Html {
  return submitButton('button secondary', props)
}

/** An action in a row of a list, such as ending one session. As wide as its label. */
export function SmallButton(props: ButtonProps): Html {
  return submitButton('button secondary small', props)
}

/** A main action that only navigates (back to the app). */
export function ButtonLink({ label, href }: LinkProps): Html {
  return html`<a class="button" href=${href}>${label}</a>`
}

/** The way out of a question (Cancel), outlined like the button beside it. */
export function SecondaryButtonLink({ label, href }: LinkProps): Html {
  return html`<a class="button secondary" href=${href}>${label}</a>`
}

/** A quiet link below the main button. */
export function SecondaryLink({ label, href }: LinkProps): Html {
  return html`<p class="link-row"><a href=${href}>${label}</a></p>`
}

/** Two answers side by side: the way out left, the main one right. They stack if text is large. */
export function Answers({ children }: { children: Html }): Html {
  return html`<div class="answers">${children}</div>`
}

function submitButton(style: string, { label, about, ...attributes }: ButtonProps): Html {
  return html`<button type="submit" class=${style} ...${attributes}>
    ${label}${about && html`<span class="visually-hidden"> ${about}</span>`}
  </button>`
}

import { type Html, html } from './html.ts'
import { Icon } from './icons.ts'

export type NoticeProps = {
  kind: 'info' | 'success' | 'warning' | 'danger'
  /** The word that carries the meaning without colour: "Password saved". */
  title: string
  /** One or two sentences: what it means, what to do. */
  children?: Html
  /** Takes the focus when the page opens, so screen readers read the answer to the user's request. */
  takesFocus?: boolean | undefined
}

/** The event, at the head of the card. */
export function Notice({ kind, title, children, takesFocus }: NoticeProps): Html {
  const focus = takesFocus && { tabindex: '-1', autofocus: true }
  return html`<div class=${`notice notice-${kind}`} role=${kind === 'danger' ? 'alert' : 'status'} ...${focus || {}}>
    ${Icon({ name: kind })}
    <div><p class="notice-title">${title}</p>${children && html`<div class="notice-text">${children}</div>`}</div>
  </div>`
}

export type ErrorSummaryProps = {
  /** In the order of the fields. An error without a `fieldId` is about the form as a whole. */
  errors: readonly { text: string; fieldId?: string | undefined }[]
  title?: string | undefined
}

/**
 * Heads a form that is shown again: takes the focus, and each line links to its field. Renders nothing without errors.
 */
export function ErrorSummary({ errors, title }: ErrorSummaryProps): Html {
  if (errors.length === 0) return null
  const heading = title ?? (errors.length === 1 ? 'One thing to correct' : `${errors.length} things to correct`)
  return html`<div class="notice notice-danger" role="alert" tabindex="-1" autofocus data-error-summary>
    ${Icon({ name: 'danger' })}
    <div><h2 class="notice-title">${heading}</h2><ul class="notice-text">${errors.map(ErrorLine)}</ul></div>
  </div>`
}

function ErrorLine({ text, fieldId }: ErrorSummaryProps['errors'][number]): Html {
  return html`<li>${fieldId ? html`<a href=${`#${fieldId}`}>${text}</a>` : text}</li>`
}

/** An email address on its own line, in bold. */
export function Address({ address }: { address: string }): Html {
  return html`<p class="address">${Breakable({ text: address })}</p>`
}

/** An address or a username within a sentence. It breaks, if it must, before punctuation. */
export function Breakable({ text }: { text: string }): Html {
  return text.split(/(?=[@.])/).map(part => html`<wbr />${part}`)
}

/**
 * A place where scripts announce later events. It exists from the start, because a region added with its text is not
 * read out (ARIA22).
 */
export function StatusRegion({ id, children }: { id: string; children?: Html }): Html {
  return html`<div class="status" id=${id} role="status" aria-atomic="true">${children}</div>`
}

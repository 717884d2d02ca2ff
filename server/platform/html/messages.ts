import { type Html, html } from './html.ts'
import { Icon } from './icons.ts'

export type NoticeProps = {
  kind: 'info' | 'success' | 'warning' | 'danger'
  /** The word that carries the meaning without colour: "Password saved". */
  title: string
  /** One or two sentences: what it means, what to do. */
  children?: Html
  /** Reads it out when the page opens, where it is the answer to what was asked. */
  takesFocus?: boolean | undefined
}

/** What has happened, at the head of the card. */
export function Notice({ kind, title, children, takesFocus }: NoticeProps): Html {
  const focus = takesFocus && { tabindex: '-1', autofocus: true }
  return html`<div class=${`notice notice-${kind}`} role=${kind === 'danger' ? 'alert' : 'status'} ...${focus || {}}>
    ${Icon({ name: kind })}
    <div><p class="notice-title">${title}</p>${children && html`<div class="notice-text">${children}</div>`}</div>
  </div>`
}

export type ErrorSummaryProps = {
  /** In the order of the fields. Without a `fieldId` the error concerns the form as a whole. */
  errors: readonly { text: string; fieldId?: string | undefined }[]
  title?: string | undefined
}

/** Heads a form that came back: takes the focus, and each line leads to its field. Nothing where nothing is wrong. */
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

/** An e-mail address on a line of its own, in bold. */
export function Address({ address }: { address: string }): Html {
  return html`<p class="address">${Breakable({ text: address })}</p>`
}

/** An address or a username within a sentence. It breaks, where it must, before its signs. */
export function Breakable({ text }: { text: string }): Html {
  return text.split(/(?=[@.])/).map(part => html`<wbr />${part}`)
}

/** A place where scripts say things later. It is there from the start: a region that arrives with its text is not read out (ARIA22). */
export function StatusRegion({ id, children }: { id: string; children?: Html }): Html {
  return html`<div class="status" id=${id} role="status" aria-atomic="true">${children}</div>`
}

import { type Html, html } from './html.ts'

/** Where the strength of a new password appears while it is typed; a script fills it, without scripts it takes no room. */
export function StrengthMeter({ inputId }: { inputId: string }): Html {
  return html`<div class="strength" data-strength data-input=${inputId} hidden></div>`
}

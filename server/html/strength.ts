import type { StrengthContext } from '../../shared/strength/types.ts'
import { type Html, html } from './html.ts'

export type StrengthMeterProps = {
  /** The id of the new password's input. */
  inputId: string
  /** The address of the built dictionaries, which the browser fetches when the field is first used. */
  dictionariesUrl: string
  /** Words that count as nothing in this person's password. They stand in the page: give only what its reader may see. */
  context: StrengthContext
}

/** Where the strength of a new password appears while it is typed; a script fills it, without scripts it takes no room. */
export function StrengthMeter({ inputId, dictionariesUrl, context }: StrengthMeterProps): Html {
  const announcementId = `${inputId}-strength`
  return html`<div
      class="strength" data-strength data-input=${inputId} data-announcement=${announcementId}
      data-dictionaries=${dictionariesUrl} data-context=${JSON.stringify(context)} hidden
    >
      <div class="strength-bars" aria-hidden="true">${Array.from({ length: 5 }, () => html`<span class="strength-bar"></span>`)}</div>
      <p class="strength-word"></p>
      <p class="strength-sentence"></p>
    </div>
    <div class="visually-hidden" id=${announcementId} role="status" aria-atomic="true"></div>`
}

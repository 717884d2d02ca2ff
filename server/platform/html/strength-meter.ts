import type { StrengthContext } from '../../../shared/strength/types.ts'
import { type Html, html } from './html.ts'

export type StrengthMeterProps = {
  /** The id of the new password's input. */
  inputId: string
  /** Words that add no strength here. They are in the page, so pass only what its reader may see. */
  context: StrengthContext
  /** Address of the dictionaries, named by their content: `/strength/${rule.dictionariesName}`. */
  dictionariesUrl: string
}

const Bars = [1, 2, 3, 4, 5]

/**
 * Five bars, a word and a sentence. A script fills them while the new password is typed. Without scripts they take no
 * room. The spoken text is a separate element that exists from the start, as screen readers require of a status.
 */
export function StrengthMeter({ inputId, context, dictionariesUrl }: StrengthMeterProps): Html {
  const announcementId = `${inputId}-strength`
  return html`<div
      class="strength"
      data-strength
      data-input=${inputId}
      data-announcement=${announcementId}
      data-dictionaries=${dictionariesUrl}
      data-context=${JSON.stringify(context)}
      hidden
    >
      <div class="strength-bars" aria-hidden="true">
        ${Bars.map(bar => html`<span key=${bar} class="strength-bar"></span>`)}
      </div>
      <span class="strength-word"></span>
      <p class="strength-sentence"></p>
    </div>
    <p id=${announcementId} class="visually-hidden" role="status" aria-atomic="true"></p>`
}

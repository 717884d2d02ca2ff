import { SecondaryButton } from '../../platform/html/buttons.ts'
import { type Html, html } from '../../platform/html/html.ts'

type PasskeyFormProps = {
  action: string
  label: string
  /** Values that the form sends with the answer. */
  fields?: Record<string, string | undefined>
}

/** A button for a passkey. A script shows it where the browser has passkeys, and fills in the answer. */
export function PasskeyForm({ action, label, fields = {} }: PasskeyFormProps): Html {
  const sent = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]))
  return html`<form id="passkey" class="passkey" method="post" action=${action} hidden>
    <input type="hidden" name="passkey" value="" />
    ${sent.map(({ name, value }) => html`<input type="hidden" name=${name} value=${value} />`)}
    <p class="error" id="passkey-error" role="status"></p>
    ${SecondaryButton({ label })}
  </form>`
}

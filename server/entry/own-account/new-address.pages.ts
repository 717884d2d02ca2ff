import { Button } from '../../platform/html/buttons.ts'
import { type Html, html } from '../../platform/html/html.ts'
import { Breakable } from '../../platform/html/messages.ts'
import { momentWords } from '../../platform/html/moment-words.ts'
import { changeWords } from '../recovery/address-changed.mail.ts'
import type { NewAddress } from './prepare-account-page.ts'

/** Shows a waiting address change, and the button to confirm it if another person made it. */
export function NewAddressPart({ change, until, isOwnChange }: NewAddress): Html {
  const wait = until ? `until ${momentWords(until)}` : 'until an administrator decides, because someone objected to it'
  return html`<section class="section" aria-labelledby="new-address">
    <h2 id="new-address">Your new address</h2>
    <p>${Breakable({ text: changeWords(change) })}</p>
    <p>No password email goes there ${wait}.</p>
    ${
      isOwnChange
        ? html`<p class="quiet">You changed it yourself: another administrator can approve it.</p>`
        : html`<p>Is ${Breakable({ text: change.addressAfter })} your address? Confirm it to use it now. If not, call your administrator.</p>
      <form method="post" action="/account/address">
        <input type="hidden" name="change" value=${change.id} />
        ${Button({ label: 'Yes, it is my address' })}
      </form>`
    }
  </section>`
}

import { type Html, html } from '../../platform/html/html.ts'
import { Notice } from '../../platform/html/messages.ts'
import { ChangedPrices, LinesTable, type PriceChange, TotalsTable, UnsoldLines } from './basket-parts.html.ts'
import type { BasketView } from './read-basket.ts'
import type { ShopPage } from './shop-frame.html.ts'
import { dayWords } from './shop-words.ts'

export type CheckPage = {
  basket: BasketView
  /** What changed since the page from which the order was placed. Undefined on the first look. */
  changes?: readonly PriceChange[] | undefined
  problem?: string | undefined
  retailerName: string
}

/** The order as it will be placed. It sends back what it shows, so that no other order is placed than this one. */
export function checkPage({ basket, changes, problem, retailerName }: CheckPage): ShopPage {
  const { lines, unsold, totals, currency, orderKey, seen } = basket
  const isBlocked = unsold.length > 0 || lines.length === 0
  const since = changes ? 'you checked the order' : 'you added them'
  return {
    title: problem ? 'Error: Check order' : 'Check order',
    at: 'basket',
    main: html`<h1>Check order</h1>
      <p class="quiet">For ${retailerName}. Nothing is ordered until you place it.</p>
      ${problem && Notice({ kind: 'danger', title: problem, takesFocus: true })}
      ${ChangedPrices({ changes: changes ?? sinceAdded(basket), currency, since })}
      ${UnsoldLines({ lines: unsold })}
      ${LinesTable({ lines, currency })}
      ${Facts(basket)}
      ${TotalsTable({ totals, currency })}
      <div class="row">
        <a class="button secondary" href="/shop/basket">Back to the basket</a>
        ${
          isBlocked
            ? html`<p>Remove what is no longer sold from the basket, then check the order again.</p>`
            : html`<form method="post" action="/shop/basket/place">
                <input type="hidden" name="key" value=${orderKey} /><input type="hidden" name="seen" value=${seen} />
                <button type="submit" class="button">Place order</button>
              </form>`
        }
      </div>`,
  }
}

const sinceAdded = ({ lines }: BasketView): PriceChange[] =>
  lines
    .filter(({ seenCents, priceCents }) => seenCents !== priceCents)
    .map(({ name, seenCents, priceCents }) => ({ name, beforeCents: seenCents, priceCents }))

function Facts({ purchaseOrder, requestedDay, note }: BasketView): Html {
  const facts = [
    ['Your order number', purchaseOrder],
    ['Wanted on', requestedDay === null ? '' : dayWords(requestedDay)],
    ['Note', note],
  ].filter(([, text]) => text !== '')
  if (facts.length === 0) return null
  return html`<dl class="facts">${facts.map(([name, text]) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>`
}

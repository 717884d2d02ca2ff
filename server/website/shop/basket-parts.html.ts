import type { Totals } from '../../../shared/prices/totals-of.ts'
import { type Html, html } from '../../platform/html/html.ts'
import { Notice } from '../../platform/html/messages.ts'
import type { FoundLine } from './baskets.query.ts'
import { countWords, moneyWords } from './shop-words.ts'

/** What a line cost when the contact last saw it, and what it costs now. */
export type PriceChange = { name: string; beforeCents: number; priceCents: number }

export function ChangedPrices({
  changes,
  currency,
  since,
}: {
  changes: readonly PriceChange[]
  currency: string
  since: string
}): Html {
  if (changes.length === 0) return null
  const title = `${countWords(changes.length, 'price has', 'prices have')} changed since ${since}`
  return Notice({
    kind: 'warning',
    title,
    children: html`<ul>${changes.map(({ name, beforeCents, priceCents }) => html`<li>${name}: ${moneyWords(priceCents, currency)}, before ${moneyWords(beforeCents, currency)}</li>`)}</ul>`,
  })
}

export function UnsoldLines({ lines }: { lines: readonly Pick<FoundLine, 'name' | 'code'>[] }): Html {
  if (lines.length === 0) return null
  return Notice({
    kind: 'warning',
    title: `${countWords(lines.length, 'product is', 'products are')} no longer sold`,
    children: html`<ul>${lines.map(({ name, code }) => html`<li>${name} (${code})</li>`)}</ul>`,
  })
}

/** Net, tax by rate, and gross. */
export function TotalsTable({ totals, currency }: { totals: Totals; currency: string }): Html {
  const { netCents, taxes, grossCents } = totals
  return html`<dl class="totals">
    <div><dt>Net</dt><dd>${moneyWords(netCents, currency)}</dd></div>
    ${taxes.map(({ basisPoints, taxCents }) => html`<div><dt>Tax ${basisPoints / 100} %</dt><dd>${moneyWords(taxCents, currency)}</dd></div>`)}
    <div class="total"><dt>Total</dt><dd>${moneyWords(grossCents, currency)}</dd></div>
  </dl>`
}

type TableLine = {
  productId: string
  code: string
  name: string
  unit: string
  isSold: boolean
  quantity: number
  priceCents: number
  netCents: number
}

/** The lines of a basket that is checked, or of an order. */
export function LinesTable({ lines, currency }: { lines: readonly TableLine[]; currency: string }): Html {
  return html`<table class="table">
    <thead><tr><th scope="col">Product</th><th scope="col" class="number">Quantity</th><th scope="col" class="number">Net</th></tr></thead>
    <tbody>${lines.map(line => LineRow(line, currency))}</tbody>
  </table>`
}

function LineRow(
  { productId, code, name, unit, isSold, quantity, priceCents, netCents }: TableLine,
  currency: string,
): Html {
  const product = isSold ? html`<a href=${`/shop/products/${productId}`}>${name}</a>` : html`${name} (no longer sold)`
  return html`<tr>
    <td>${product}<br /><span class="quiet">${code} · ${moneyWords(priceCents, currency)} per ${unit}</span></td>
    <td class="number">${quantity}</td><td class="number">${moneyWords(netCents, currency)}</td>
  </tr>`
}

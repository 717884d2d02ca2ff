import { ButtonLink } from '../../platform/html/buttons.ts'
import { type Html, html } from '../../platform/html/html.ts'
import { ErrorSummary, Notice } from '../../platform/html/messages.ts'
import { ChangedPrices, TotalsTable, UnsoldLines } from './basket-parts.html.ts'
import type { FoundLine } from './baskets.query.ts'
import type { BasketErrors, TypedBasket } from './change-basket.ts'
import { Picture, productAddress } from './product-card.html.ts'
import type { BasketView, PricedLine } from './read-basket.ts'
import { type ShopPage, Zone } from './shop-frame.html.ts'
import { moneyWords, packWords } from './shop-words.ts'

export type BasketPage = {
  basket: BasketView
  notice?: { kind: 'success' | 'warning'; title: string; text?: string } | undefined
  /** The form as it was sent, with what is wrong. */
  refused?: { typed: TypedBasket; errors: BasketErrors } | undefined
}

export function basketPage({ basket, notice, refused }: BasketPage): ShopPage {
  const errors = [...(refused?.errors ?? [])].map(([fieldId, text]) => ({ fieldId, text }))
  const isEmpty = basket.lines.length + basket.unsold.length === 0
  return {
    title: errors.length > 0 ? 'Error: Basket' : 'Basket',
    at: 'basket',
    main: html`${Zone('basket', 'top')}
      <h1>Basket</h1>
      ${notice && Notice({ kind: notice.kind, title: notice.title, children: notice.text && html`<p>${notice.text}</p>` })}
      ${ErrorSummary({ errors })}
      ${isEmpty ? EmptyBasket() : FilledBasket({ basket, refused })}
      ${Zone('basket', 'bottom')}`,
  }
}

function EmptyBasket(): Html {
  return html`<p>Your basket is empty. Add products from the list, or enter codes.</p>
    <div class="row">${ButtonLink({ label: 'Go to the products', href: '/shop/products' })}<a class="button secondary" href="/shop/quick-order">Enter codes</a></div>`
}

type Filled = Pick<BasketPage, 'basket' | 'refused'>

function FilledBasket({ basket, refused }: Filled): Html {
  const { lines, unsold, totals, currency } = basket
  const changes = lines.flatMap(({ name, seenCents, priceCents }) =>
    seenCents === priceCents ? [] : [{ name, beforeCents: seenCents, priceCents }],
  )
  return html`${ChangedPrices({ changes, currency, since: 'you added them' })}
    ${UnsoldLines({ lines: unsold })}
    <form class="basket" method="post" action="/shop/basket" novalidate>
      <button type="submit" class="visually-hidden" name="next" value="stay" tabindex="-1" aria-hidden="true">Save</button>
      <ul class="basket-lines">
        ${lines.map(line => Line(line, { currency, refused }))}${unsold.map(UnsoldLine)}
      </ul>
      <p><button type="submit" class="button secondary small" name="next" value="stay">Update basket</button></p>
      <div class="basket-end">
        <div class="basket-facts">${Facts({ basket, refused })}</div>
        <div>
          ${TotalsTable({ totals, currency })}
          <button type="submit" class="button" name="next" value="check">Check order</button>
          <p class="hint">Nothing is ordered yet: you see everything again first.</p>
        </div>
      </div>
    </form>`
}

type LineFrame = { currency: string; refused: BasketPage['refused'] }

function Line(line: PricedLine, { currency, refused }: LineFrame): Html {
  const { productId, name, code, quantity, priceCents, netCents, unit } = line
  const id = `quantity-${productId}`
  const error = refused?.errors.get(id)
  const wrong = error && { 'aria-invalid': 'true', 'aria-describedby': `${id}-error` }
  return html`<li class="basket-line">
    <span class="line-picture">${Picture(line, 'small')}</span>
    <div class="product-words">
      <p class="product-name"><a href=${productAddress(productId)}>${name}</a></p>
      <p class="quiet">${code} · ${packWords(line)} · ${moneyWords(priceCents, currency)} per ${unit}</p>
      ${error && html`<p class="error" id=${`${id}-error`}>${error}</p>`}
    </div>
    <div class="line-quantity">
      <label class="visually-hidden" for=${id}>Quantity of ${name}</label>
      <input class="input quantity" id=${id} name=${id} inputmode="numeric" autocomplete="off" maxlength="12"
        value=${refused?.typed.quantities.get(productId) ?? String(quantity)} ...${wrong || {}} />
    </div>
    <p class="line-net">${moneyWords(netCents, currency)}</p>
    ${RemoveButton({ productId, name })}
  </li>`
}

function UnsoldLine({ productId, name, code, quantity }: FoundLine): Html {
  return html`<li class="basket-line">
    <span class="line-picture"></span>
    <div class="product-words"><p class="product-name">${name}</p><p class="quiet">${code} · no longer sold · ${quantity} in your basket</p></div>
    ${RemoveButton({ productId, name })}
  </li>`
}

function RemoveButton({ productId, name }: Pick<FoundLine, 'productId' | 'name'>): Html {
  return html`<button type="submit" class="button secondary small" name="remove" value=${productId}>Remove<span class="visually-hidden"> ${name}</span></button>`
}

function Facts({ basket, refused }: Filled): Html {
  const typedOr = (name: 'note' | 'purchaseOrder' | 'requestedDay') => refused?.typed[name] ?? basket[name] ?? ''
  const errorOf = (name: string) => refused?.errors.get(name)
  const field = (name: 'purchaseOrder' | 'requestedDay', label: string, hint: string, type: string) =>
    html`<div class=${errorOf(name) ? 'field field-wrong' : 'field'}>
      <label class="label" for=${name}>${label}</label>
      <p class="hint" id=${`${name}-hint`}>${hint}</p>
      <input class="input" id=${name} name=${name} type=${type} value=${typedOr(name)} autocomplete="off" aria-describedby=${`${name}-hint`} aria-invalid=${errorOf(name) ? 'true' : undefined} />
      ${errorOf(name) && html`<p class="error">${errorOf(name)}</p>`}
    </div>`
  return html`${field('purchaseOrder', 'Your order number', 'Optional. It is on our papers.', 'text')}
    ${field('requestedDay', 'Wanted on', 'Optional. Empty means as soon as possible.', 'date')}
    <div class=${errorOf('note') ? 'field field-wrong' : 'field'}>
      <label class="label" for="note">Note</label>
      <textarea class="input" id="note" name="note" rows="3">${typedOr('note')}</textarea>
      ${errorOf('note') && html`<p class="error">${errorOf('note')}</p>`}
    </div>`
}

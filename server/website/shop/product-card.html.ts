import { type Html, html } from '../../platform/html/html.ts'
import type { ShopProduct } from './read-products.ts'
import { moneyWords, packWords } from './shop-words.ts'

export type CardFrame = {
  currency: string
  mayOrder: boolean
  /** The page to come back to after the product is added. */
  from: string
  /** A line below the price. */
  hint?: string | undefined
}

export const productAddress = (id: string): string => `/shop/products/${id}`

/** A product in a list, with its price and the way into the basket. */
export function ProductCard(product: ShopProduct, frame: CardFrame, quantity = 1): Html {
  const { id, code, name } = product
  return html`<li class="product" id=${`p-${id}`}>
    <a class="product-picture" href=${productAddress(id)} tabindex="-1" aria-hidden="true">${Picture(product, 'small')}</a>
    <div class="product-words">
      <p class="product-name"><a href=${productAddress(id)}>${name}</a></p>
      <p class="quiet">${code} · ${packWords(product)}</p>
      ${Prices(product, frame)}
      ${frame.hint !== undefined && html`<p class="quiet">${frame.hint}</p>`}
    </div>
    ${frame.mayOrder && AddForm(product, { from: frame.from, quantity })}
  </li>`
}

/** The price of one unit, and the lower ones from a quantity on. */
export function Prices(
  { breaks, unit }: Pick<ShopProduct, 'breaks' | 'unit'>,
  { currency }: { currency: string },
): Html {
  const [first, ...more] = breaks
  if (!first) return null
  return html`<p class="price"><strong>${moneyWords(first.priceCents, currency)}</strong> <span class="quiet">per ${unit}</span></p>
    ${more.length > 0 && html`<ul class="breaks">${more.map(({ minimumQuantity, priceCents }) => html`<li>${minimumQuantity} or more: ${moneyWords(priceCents, currency)}</li>`)}</ul>`}`
}

const sides = { small: 80, medium: 320 } as const

/** The name is beside it, so a picture without words of its own is decorative. */
export function Picture({ picture }: Pick<ShopProduct, 'picture'>, size: 'small' | 'medium'): Html {
  const side = sides[size]
  if (!picture) return html`<span class=${`no-picture no-picture-${size}`} aria-hidden="true"></span>`
  const src = `/shop/pictures/${picture.hash}/${size}`
  return html`<img class=${`picture-${size}`} src=${src} alt=${picture.alt} width=${side} height=${side} loading="lazy" decoding="async" />`
}

type Adding = { from: string; quantity?: number | string; error?: string | undefined }

/** Works without scripts. With them, the page stays and the basket's count changes. */
export function AddForm({ id, name, inBasket }: ShopProduct, { from, quantity = 1, error }: Adding): Html {
  const field = `quantity-${id}`
  const wrong = error && { 'aria-invalid': 'true', 'aria-describedby': `${field}-error` }
  return html`<form class="add" method="post" action="/shop/basket/lines" data-add>
    <input type="hidden" name="product" value=${id} />
    <input type="hidden" name="from" value=${from} />
    <label class="visually-hidden" for=${field}>Quantity of ${name}</label>
    <input class="input quantity" id=${field} name="quantity" inputmode="numeric" autocomplete="off" value=${quantity} maxlength="12" ...${wrong || {}} />
    <button type="submit" class="button small">Add to basket<span class="visually-hidden"> ${name}</span></button>
    ${error && html`<p class="error" id=${`${field}-error`}>${error}</p>`}
    <p class="in-basket" role="status" data-in-basket>${inBasket > 0 && `${inBasket} in your basket`}</p>
  </form>`
}

import { type Html, html } from '../../platform/html/html.ts'
import type { ShopContact } from './find-visitor.ts'
import { AgainForm, OrderTable, orderAddress } from './orders.pages.ts'
import { ProductCard } from './product-card.html.ts'
import type { ShopHome } from './read-home.ts'
import { type ShopPage, shopHome, Zone } from './shop-frame.html.ts'
import { countWords, dayOf, moneyWords } from './shop-words.ts'

export function homePage(
  home: ShopHome,
  { contact, added }: { contact: ShopContact; added: string | undefined },
): ShopPage {
  const { openOrders, currency, timeZone } = home
  return {
    title: 'Home',
    at: 'home',
    main: html`${Zone('home', 'top')}
      <h1>${contact.retailerName}</h1>
      ${added !== undefined && html`<p role="status" class="said">Added: ${added}. <a href="/shop/basket">Go to the basket</a></p>`}
      ${LastOrder(home, contact)}
      ${Zone('home', 'main')}
      ${openOrders.length > 0 && html`<section><h2>Open orders</h2>${OrderTable({ rows: openOrders, currency, timeZone })}</section>`}
      ${Usual(home, contact)}
      ${Zone('home', 'bottom')}`,
  }
}

function LastOrder({ lastOrder, currency, timeZone }: ShopHome, { mayOrder }: ShopContact): Html {
  if (!lastOrder) {
    return html`<p>You haven't ordered yet. <a href="/shop/products">Look at the products</a>${mayOrder && html`, or <a href="/shop/quick-order">enter codes</a>`}.</p>`
  }
  const { id, number, receivedAt, totalCents } = lastOrder
  return html`<section class="last-order">
    <div><h2>Last order</h2>
      <p><a href=${orderAddress(id)}>Order ${number}</a>, ${dayOf(receivedAt, timeZone)}, ${moneyWords(totalCents, currency)} net</p></div>
    ${mayOrder && AgainForm({ order: lastOrder, label: 'Order again' })}
  </section>`
}

function Usual({ usual, currency }: ShopHome, { mayOrder }: ShopContact): Html {
  if (usual.length === 0) return null
  return html`<section><h2>What you usually buy</h2>
    <p class="quiet">Of the last 12 months. The quantity is the one of the last time.</p>
    <ul class="products">${usual.map(({ product, orders, lastQuantity }) =>
      ProductCard(
        product,
        { currency, mayOrder, from: shopHome, hint: `In ${countWords(orders, 'order')}, last time ${lastQuantity}` },
        lastQuantity,
      ),
    )}</ul></section>`
}

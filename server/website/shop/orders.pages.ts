import type { OrderDetails, OrderRow } from '../../../shared/contract/orders.ts'
import { type Html, html } from '../../platform/html/html.ts'
import { LinesTable, TotalsTable } from './basket-parts.html.ts'
import type { ShopOrders } from './read-orders.ts'
import { type ShopPage, Zone } from './shop-frame.html.ts'
import { dayOf, dayWords, kindWords, moneyWords, statusWords } from './shop-words.ts'

export const orderAddress = (id: string): string => `/shop/orders/${id}`

export function ordersPage({ rows, hasMore, currency, timeZone }: ShopOrders): ShopPage {
  const last = rows.at(-1)
  return {
    title: 'Orders',
    at: 'orders',
    main: html`<h1>Orders</h1>
      <p class="quiet">Everything that was ordered for your company, on the website and by our reps.</p>
      ${rows.length === 0 ? html`<p>There are no orders yet.</p>` : OrderTable({ rows, currency, timeZone })}
      ${hasMore && last && html`<nav class="pager" aria-label="Pages"><a class="button secondary small" href=${`/shop/orders?before=${last.id}`}>Older orders</a></nav>`}`,
  }
}

export function OrderTable({ rows, currency, timeZone }: Omit<ShopOrders, 'hasMore'>): Html {
  return html`<ul class="order-rows">${rows.map(
    ({ id, number, kind, status, source, by, receivedAt, totalCents, requestedDay, isHeld }) => html`<li>
      <a class="order-number" href=${orderAddress(id)}>${kindWords[kind]} ${number}</a>
      <span class="tag">${statusWords[status]}</span>
      <span class="quiet">${dayOf(receivedAt, timeZone)}, ${source === 'website' ? 'website' : 'rep'}: ${by.name}${isHeld && requestedDay && html`, for ${dayWords(requestedDay)}`}</span>
      <span class="order-total">${moneyWords(totalCents, currency)}</span>
    </li>`,
  )}</ul>`
}

export function orderPage(
  order: OrderDetails,
  { mayOrder, timeZone }: { mayOrder: boolean; timeZone: string },
): ShopPage {
  const { kind, number, status, currency, totals, lines } = order
  return {
    title: `${kindWords[kind]} ${number}`,
    at: 'orders',
    main: html`<h1>${kindWords[kind]} ${number}</h1>
      <p><span class="tag">${statusWords[status]}</span> <span class="quiet">${moneyWords(totals.netCents, currency)} net</span></p>
      <div class="row">
        ${mayOrder && kind !== 'return' && AgainForm({ order, label: 'Order again' })}
        <a class="button secondary" href=${`${orderAddress(order.id)}/pdf`}>Download PDF</a>
      </div>
      ${Facts(order, timeZone)}
      ${LinesTable({ lines: lines.map(({ product: code, ...line }) => ({ ...line, code })), currency })}
      ${TotalsTable({ totals, currency })}
      ${History(order, timeZone)}
      <p><a href="/shop/orders">All orders</a></p>`,
  }
}

/** The page after an order was placed. It says the same again when it is reloaded, and sends nothing. */
export function receivedPage(order: OrderDetails): ShopPage {
  const { id, number, status, totals, currency } = order
  return {
    title: `Order received: ${number}`,
    at: 'orders',
    main: html`<h1>Order received</h1>
      <p>Thank you. Your order has the number <strong>${number}</strong>, and its total is ${moneyWords(totals.grossCents, currency)}.</p>
      ${status === 'on-hold' && html`<p>We look at your account before we confirm it, and tell you if something is missing.</p>`}
      <p>We send a confirmation to your email address. Your basket is empty again.</p>
      <div class="row"><a class="button" href=${orderAddress(id)}>See the order</a><a class="button secondary" href="/shop">Go to the home page</a></div>
      ${Zone('order-placed', 'main')}`,
  }
}

type Again = { order: Pick<OrderRow, 'id' | 'number'>; label: string }

export function AgainForm({ order: { id, number }, label }: Again): Html {
  return html`<form method="post" action=${`${orderAddress(id)}/again`}>
    <button type="submit" class="button">${label}<span class="visually-hidden"> ${number}</span></button>
  </form>`
}

function Facts(order: OrderDetails, timeZone: string): Html {
  const { receivedAt, by, source, purchaseOrder, requestedDay, validUntil, note, customerNote } = order
  const facts = [
    ['Received', dayOf(receivedAt, timeZone)],
    ['Ordered by', `${by.name}, ${source === 'website' ? 'on the website' : 'our rep'}`],
    ['Your order number', purchaseOrder],
    ['Wanted on', requestedDay ? dayWords(requestedDay) : ''],
    ['Valid until', validUntil ? dayWords(validUntil) : ''],
    ['Note', note],
    ['From us to you', customerNote],
  ].filter(([, text]) => text !== '')
  return html`<dl class="facts">${facts.map(([name, text]) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>`
}

/** What happened and when. Who did it on our side stays with us. */
function History({ history }: OrderDetails, timeZone: string): Html {
  return html`<h2>Status</h2><ol class="steps">${history.map(({ at, status }) => html`<li>${statusWords[status]}, ${dayOf(at, timeZone)}</li>`)}</ol>`
}

import type { ScriptName } from '../../platform/html/assets.ts'
import type { Content } from '../../platform/html/frame.ts'
import { type Html, html } from '../../platform/html/html.ts'
import type { Shell } from '../../platform/html/page.ts'
import type { ShopContact } from './find-visitor.ts'

export const shopHome = '/shop'

const menu = [
  { name: 'home', label: 'Home', href: shopHome },
  { name: 'products', label: 'Products', href: '/shop/products' },
  { name: 'quick-order', label: 'Quick order', href: '/shop/quick-order' },
  { name: 'orders', label: 'Orders', href: '/shop/orders' },
] as const

export type MenuItem = (typeof menu)[number]['name'] | 'basket'

export type ShopPage = {
  title: string
  main: Html
  /** The item of the menu that this page belongs to. */
  at?: MenuItem | undefined
  /** The words in the search field. */
  search?: string | undefined
}

const scripts: readonly ScriptName[] = ['shop']

/** A page of the website for a contact: menu, search, basket and footer around it. */
export function inShop(contact: ShopContact, { title, main, at, search = '' }: ShopPage): Content {
  return { title, main, scripts, shell: shellOf(contact, { at, search }) }
}

/** The footer of every page of the website, and the name of the organisation, which leads home. */
function shellOf(contact: ShopContact, { at, search }: Pick<ShopPage, 'at' | 'search'>): Shell {
  const items = menu.filter(({ name }) => contact.mayOrder || name !== 'quick-order')
  return {
    home: shopHome,
    header: html`<nav class="shop-menu" aria-label="Website"><ul>
        ${items.map(({ name, label, href }) => html`<li><a href=${href} aria-current=${name === at ? 'page' : undefined}>${label}</a></li>`)}
      </ul></nav>
      <form class="shop-search" role="search" action="/shop/products">
        <label class="visually-hidden" for="search">Search products</label>
        <input class="input" type="search" id="search" name="q" value=${search} placeholder="Name, code or barcode" autocomplete="off" enterkeyhint="search" maxlength="100" />
        <button type="submit" class="button secondary">Search</button>
      </form>
      ${contact.mayOrder && BasketLink(contact, at)}`,
    footer: html`<p>Signed in as ${contact.name}, ${contact.retailerName}</p>
      <p><a href="/account">Your account</a></p>
      <form method="post" action="/account/sign-out"><button type="submit" class="link-button">Sign out</button></form>`,
  }
}

function BasketLink({ basketLines }: ShopContact, at: MenuItem | undefined): Html {
  return html`<a class="basket-link" href="/shop/basket" aria-current=${at === 'basket' ? 'page' : undefined}>
    Basket <span class="basket-count" data-basket-count>${basketLines}</span>
  </a>`
}

/** A place that the office fills with content. It takes no space while it is empty. */
export const Zone = (page: string, name: 'top' | 'main' | 'bottom'): Html =>
  html`<div class="zone" data-zone=${`${page} ${name}`}></div>`

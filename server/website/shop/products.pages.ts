import { type Html, html } from '../../platform/html/html.ts'
import { Notice } from '../../platform/html/messages.ts'
import type { Branch, ProductList, ProductQuestion } from './list-products.ts'
import { AddForm, type CardFrame, Picture, Prices, ProductCard } from './product-card.html.ts'
import type { ShopProduct } from './read-products.ts'
import { type ShopPage, Zone } from './shop-frame.html.ts'
import { packWords } from './shop-words.ts'

type ListPage = ProductList & { question: ProductQuestion; mayOrder: boolean; added: string | undefined }

/** The address of a list, without what is at its default. */
function listAddress({ search, category, page }: ProductQuestion): string {
  const query = new URLSearchParams()
  if (category !== undefined) query.set('category', category)
  if (search !== '') query.set('q', search)
  if (page > 1) query.set('page', String(page))
  return query.size === 0 ? '/shop/products' : `/shop/products?${query}`
}

export function productsPage(list: ListPage): ShopPage {
  const { question, category, products, tree, added } = list
  const heading = question.search === '' ? (category?.name ?? 'Products') : `Products with “${question.search}”`
  const title = question.page > 1 ? `${heading}, page ${question.page}` : heading
  return {
    title,
    at: 'products',
    search: question.search,
    main: html`${Zone('category', 'top')}
      <div class="with-side">
        <nav class="tree" aria-label="Categories"><details open data-tree><summary>Categories</summary>
          <ul><li><a href="/shop/products" aria-current=${category === undefined && question.search === '' ? 'page' : undefined}>All products</a></li>${tree.map(BranchRow)}</ul>
        </details></nav>
        <div>
          <h1>${title}</h1>
          ${added !== undefined && Notice({ kind: 'success', title: `Added: ${added}`, children: html`<p><a href="/shop/basket">Go to the basket</a></p>` })}
          ${Found(list)}
          ${products.length > 0 && html`<ul class="products">${products.map(product => ProductCard(product, frameOf(list)))}</ul>`}
          ${Pager(list)}
        </div>
      </div>
      ${Zone('category', 'bottom')}`,
  }
}

const frameOf = ({ currency, mayOrder, question }: ListPage): CardFrame => ({
  currency,
  mayOrder,
  from: listAddress(question),
})

function Found({ question, category, products, isSimilar }: ListPage): Html {
  const { search } = question
  if (isSimilar) return html`<p>No product has “${search}”. These are similar:</p>`
  if (products.length > 0) return null
  if (category === null) return html`<p>This category no longer exists. Choose another one, or search.</p>`
  if (question.page > 1) return html`<p>There are no more products on this page.</p>`
  if (search === '') return html`<p>There are no products here yet.</p>`
  const everywhere =
    category && html` <a href=${listAddress({ search, category: undefined, page: 1 })}>Search in all categories</a>.`
  return html`<p>Nothing found. Try fewer letters, or a code.${everywhere}</p>`
}

function BranchRow({ name, slug, isOpen, isChosen, children }: Branch): Html {
  return html`<li>
    <a href=${`/shop/products?category=${slug}`} aria-current=${isChosen ? 'page' : undefined}>${name}</a>
    ${isOpen && children.length > 0 && html`<ul>${children.map(BranchRow)}</ul>`}
  </li>`
}

function Pager({ question, hasMore }: ListPage): Html {
  const { page } = question
  if (page === 1 && !hasMore) return null
  const at = (other: number) => listAddress({ ...question, page: other })
  return html`<nav class="pager" aria-label="Pages">
    ${page > 1 && html`<a class="button secondary small" rel="prev" href=${at(page - 1)}>Previous page</a>`}
    <span>Page ${page}</span>
    ${hasMore && html`<a class="button secondary small" rel="next" href=${at(page + 1)}>Next page</a>`}
  </nav>`
}

type DetailsPage = {
  product: ShopProduct
  currency: string
  mayOrder: boolean
  added?: string | undefined
  /** What was typed, and what is wrong with it. */
  refused?: { quantity: string; text: string } | undefined
}

export function productPage({ product, currency, mayOrder, added, refused }: DetailsPage): ShopPage {
  const { id, code, name, category, categorySlug, description } = product
  return {
    title: refused ? `Error: ${name}` : name,
    at: 'products',
    main: html`${Zone('product', 'top')}
      ${category !== '' && html`<p class="quiet"><a href=${`/shop/products?category=${categorySlug}`}>${category}</a></p>`}
      <div class="product-details">
        ${Picture(product, 'medium')}
        <div>
          <h1>${name}</h1>
          ${added !== undefined && Notice({ kind: 'success', title: `Added: ${added}`, children: html`<p><a href="/shop/basket">Go to the basket</a></p>` })}
          <p class="quiet">${code} · ${packWords(product)}</p>
          ${Prices(product, { currency })}
          <p class="quiet">Net price, without tax.</p>
          ${mayOrder && AddForm(product, { from: `/shop/products/${id}`, quantity: refused?.quantity ?? 1, error: refused?.text })}
          ${description !== '' && html`<p class="description">${description}</p>`}
        </div>
      </div>
      ${Zone('product', 'bottom')}`,
  }
}

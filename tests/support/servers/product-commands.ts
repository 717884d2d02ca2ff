import { randomUUID } from 'node:crypto'
import { makePng } from '../people/png.ts'
import { addCategory, addPicture, addProduct } from '../people/products.ts'
import { addRetailer } from '../people/retailers.ts'
import type { TestApp } from './app.ts'

export type UploadedFile = { name: string; content: string | Buffer; type: string }

const pictured = 'PICTURED'

/** The requests for the routes of products and their pictures. */
export async function createProductCommands(app: TestApp) {
  await addProduct(app, pictured)
  const hash = await addPicture(app, pictured)
  let pictures = 20
  let version = ''
  let priceId = ''
  const price = { code: pictured, minimumQuantity: 1, validFrom: null, validUntil: null, priceCents: 300 }
  let pictureId = ''

  /** A new category, or a new product, with one picture if the address names one. */
  async function target(route: string): Promise<string> {
    if (route.includes('/categories/')) return addCategory(app)
    if (/price-lists|prices/.test(route)) return addPriceOwner(route)
    const id = await addProduct(app)
    const product = await app.actions.readProduct(id)
    version = product?.version ?? ''
    if (!route.includes('/pictures/')) return id
    await addPicture(app, product?.code ?? '')
    pictureId = (await app.actions.readProduct(id))?.pictures[0]?.id ?? ''
    return id
  }

  /** A price list or a retailer, with one price if the address names one. */
  async function addPriceOwner(route: string): Promise<string> {
    const authority = { actor: 'command-line' } as const
    const kind = route.includes('/price-lists/') ? ('list' as const) : ('retailer' as const)
    const id = kind === 'list' ? await addPriceList() : await addRetailer(app)
    if (!route.includes('{priceId}')) return id
    await app.actions.setPrice({ owner: { kind, id }, price, authority })
    const { prices } = await app.actions.listPrices({ kind, id }, { search: '', page: 1, size: 20 })
    priceId = prices[0]?.id ?? ''
    return id
  }

  async function addPriceList(): Promise<string> {
    const added = await app.actions.addPriceList({ name: randomUUID(), authority: { actor: 'command-line' } })
    if (added.kind !== 'added') throw new Error(added.kind)
    return added.id
  }

  function bodyOf(route: string): object | undefined {
    if (route.endsWith('/prices')) return price
    if (/price-lists(?:\/\{id\})?$/.test(route)) return { name: randomUUID() }
    if (route === 'POST /api/categories') return { name: `Category ${randomUUID()}`, parentId: null }
    if (route === 'POST /api/categories/{id}') return { name: `Category ${randomUUID()}` }
    if (route.endsWith('/categories/{id}/move')) return { parentId: null, beforeId: null }
    if (route.endsWith('/categories/{id}/remove')) return { products: 'none' }
    const product = { name: 'Tea', priceCents: 420 }
    if (route === 'POST /api/products') return { ...product, code: `N-${randomUUID()}` }
    if (route === 'POST /api/products/{id}') return { ...product, version }
    if (route.endsWith('/pictures/order')) return { ids: [pictureId] }
    return route.endsWith('/{pictureId}') ? { alt: 'A box of tea' } : undefined
  }

  /** Another picture each time. */
  function pictureFor(route: string): UploadedFile | undefined {
    if (route !== 'POST /api/pictures' && !route.endsWith('/{id}/pictures')) return undefined
    pictures += 1
    return { name: `${pictured}.png`, content: makePng(pictures, 20), type: 'image/png' }
  }

  const fill = (path: string) =>
    path
      .replace(/price-check$/, `price-check?code=${pictured}`)

      .replace('{hash}', hash)
      .replace('{size}', 'small')
      .replace('{pictureId}', pictureId)
      .replace('{priceId}', priceId)

  return { target, bodyOf, pictureFor, fill }
}

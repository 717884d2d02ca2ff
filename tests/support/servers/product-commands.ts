import { randomUUID } from 'node:crypto'
import { makePng } from '../people/png.ts'
import { addCategory, addPicture, addProduct } from '../people/products.ts'
import type { TestApp } from './app.ts'

export type UploadedFile = { name: string; content: string | Buffer; type: string }

const pictured = 'PICTURED'

/** The requests for the routes of products and their pictures. */
export async function createProductCommands(app: TestApp) {
  await addProduct(app, pictured)
  const hash = await addPicture(app, pictured)
  let pictures = 20
  let version = ''
  let pictureId = ''

  /** A new category, or a new product, with one picture if the address names one. */
  async function target(route: string): Promise<string> {
    if (route.includes('/categories/')) return addCategory(app)
    const id = await addProduct(app)
    const product = await app.actions.readProduct(id)
    version = product?.version ?? ''
    if (!route.includes('/pictures/')) return id
    await addPicture(app, product?.code ?? '')
    pictureId = (await app.actions.readProduct(id))?.pictures[0]?.id ?? ''
    return id
  }

  function bodyOf(route: string): object | undefined {
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
    path.replace('{hash}', hash).replace('{size}', 'small').replace('{pictureId}', pictureId)

  return { target, bodyOf, pictureFor, fill }
}

import { createHash } from 'node:crypto'
import { Transformer } from '@napi-rs/image'
import type { Db } from '../../platform/database/tables.ts'
import { putPicture } from '../../trade/catalogue/product-pictures.store.ts'
import { productSvg } from './draw-product.ts'
import { makeLooks } from './make-products.ts'
import type { Shape } from './range/family.ts'

const side = { small: 160, large: 480 }
/** Bread and cheese have the colours of bread and cheese. */
const baked: readonly Shape[] = ['loaf', 'bun', 'wheel']
const hues = [8, 32, 48, 96, 150, 190, 225, 275, 320]

type Drawing = { small: Buffer; large: Buffer; hash: Buffer }

/** Every shape in every colour that a product needs is drawn once. A drawing needs no third size. */
async function draw({ shape, variety }: { shape: Shape; variety: number }): Promise<Drawing> {
  const hue = baked.includes(shape) ? 22 + variety * 4 : (hues[variety % hues.length] ?? 0)
  // The library draws an SVG at a size of its own.
  const webp = (pixels: number) => Transformer.fromSvg(productSvg(shape, hue)).resize(pixels, pixels).webpLossless()
  const [small, large] = await Promise.all([webp(side.small), webp(side.large)])
  return { small, large, hash: createHash('sha256').update(large).digest() }
}

/** Draws pictures for the demo's products, a few at a time. It runs beside the server, which is quick to start then. */
export async function fillPictures(db: Db, { count, signal }: { count: number; signal: AbortSignal }): Promise<void> {
  const drawn = new Map<string, Drawing>()
  for (const { id, name, ...look } of makeLooks(count)) {
    if (signal.aborted) return
    const key = `${look.shape} ${look.variety}`
    const drawing = drawn.get(key) ?? (await draw(look))
    drawn.set(key, drawing)
    const { small, large, hash } = drawing
    const picture = {
      product_id: id,
      place: 1,
      content_hash: hash.toString('hex').slice(0, 32),
      source_hash: hash,
      alt: `Drawing of ${name}`,
      width: side.large,
      height: side.large,
      small,
      medium: large,
      large,
    }
    await db.transaction().execute(tx => putPicture(tx, picture))
  }
}

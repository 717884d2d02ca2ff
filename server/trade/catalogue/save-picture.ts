import { createHash } from 'node:crypto'
import { pictureLimits, pictureSides, pictureSizes } from '../../../shared/contract/picture-lists.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import type { MadePicture, MakePicture, PictureMade } from '../../platform/uploaded-pictures/make-picture.ts'
import type { PictureRule } from '../../platform/uploaded-pictures/picture-rule.ts'
import { hasPictureFrom, picturesOf, putPicture } from './product-pictures.store.ts'
import { lockProduct } from './products.store.ts'

export type PictureSaved = { kind: 'created' | 'updated' | 'unchanged' } | { kind: PictureRefusal }
export type PictureRefusal =
  | 'no-such-product'
  | 'no-image'
  | 'picture-too-large'
  | 'picture-wrong-size'
  | 'pictures-busy'
  | 'too-many-pictures'

/** An administrator, the command line, or another system. */
export type Author = Authority | { actor: 'service'; tokenId: string; network: string }

/** `place` replaces the picture there. Without it, the picture becomes the product's last one. */
export type PictureToSave = { productId: string; place?: number | undefined; file: Buffer; author: Author }

const rule: PictureRule = {
  mostBytes: pictureLimits.mostBytes,
  sides: { from: 16, to: 8192 },
  output: { kind: 'sizes', longestSides: [pictureSides.small, pictureSides.medium, pictureSides.large] },
}

type Needs = { db: Db; clock: Clock; makePicture: MakePicture }

/** Saves a picture of a product, re-encoded in three sizes. The same file a second time changes nothing. */
export function createSavePicture({ db, clock, makePicture }: Needs) {
  return async function savePicture({ productId, place, file, author }: PictureToSave): Promise<PictureSaved> {
    const sourceHash = createHash('sha256').update(file).digest()
    // Before decoding, which is by far the most expensive part.
    if (await hasPictureFrom(db, { productId, place, sourceHash })) return { kind: 'unchanged' }
    const made = await makePicture(file, rule)
    if (made.kind !== 'made') return { kind: refusalOf[made.kind] }
    return db.transaction().execute(async tx => {
      const product = await lockProduct(tx, productId)
      if (!product) return { kind: 'no-such-product' as const }
      const put = await putInPlace(tx, { productId, place, sourceHash, pictures: made.pictures })
      if (put.kind === 'too-many-pictures') return put
      const details = {
        product: product.code,
        fields: 'pictures',
        ...('tokenId' in author && { service: author.tokenId }),
      }
      await recordEvent(tx, { at: clock.now(), action: 'product-changed', ...author, details })
      return put
    })
  }
}

export type SavePicture = ReturnType<typeof createSavePicture>

type Placing = { productId: string; place: number | undefined; sourceHash: Buffer; pictures: MadePicture[] }

async function putInPlace(tx: Tx, { productId, place, sourceHash, pictures }: Placing) {
  const present = (await picturesOf(tx, [productId])).get(productId) ?? []
  const at = place ?? (present.at(-1)?.place ?? 0) + 1
  const isThere = present.some(picture => picture.place === at)
  const isFull = present.length >= pictureLimits.mostOfProduct || at > pictureLimits.mostPlace
  if (!isThere && isFull) return { kind: 'too-many-pictures' as const }
  const [small, medium, large] = pictures
  if (!small || !medium || !large)
    throw new Error(`A picture was made in ${pictures.length} of ${pictureSizes.length} sizes`)
  const hash = createHash('sha256')
  for (const { content } of pictures) hash.update(content)
  await putPicture(tx, {
    product_id: productId,
    place: at,
    content_hash: hash.digest('hex').slice(0, 32),
    source_hash: sourceHash,
    width: large.width,
    height: large.height,
    small: small.content,
    medium: medium.content,
    large: large.content,
  })
  return { kind: isThere ? ('updated' as const) : ('created' as const) }
}

const refusalOf = {
  'too-many-bytes': 'picture-too-large',
  'wrong-size': 'picture-wrong-size',
  'no-picture': 'no-image',
  busy: 'pictures-busy',
} as const satisfies Record<Exclude<PictureMade['kind'], 'made'>, PictureRefusal>

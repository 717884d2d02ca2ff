import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import {
  deletePicture,
  orderPictures,
  type ProductPicture,
  picturesOf,
  setAlt,
} from '../../trade/catalogue/product-pictures.store.ts'
import { lockProduct } from '../../trade/catalogue/products.store.ts'

type Needs = { db: Db; clock: Clock }
type Command = { id: string; authority: Authority }
export type PicturesChanged = { kind: 'changed'; code: string } | { kind: PicturesRefusal }
type PicturesRefusal = 'no-such-product' | 'no-such-picture' | 'pictures-changed'

/** Puts the pictures of a product into another order. The order names all of them, so none is lost in a race. */
export function createOrderPictures(needs: Needs) {
  return ({ ids, ...command }: Command & { ids: readonly string[] }): Promise<PicturesChanged> =>
    onPictures(needs, command, async (tx, present) => {
      const known = new Set(present.map(({ id }) => id))
      const isComplete = ids.length === known.size && new Set(ids).size === known.size && ids.every(id => known.has(id))
      if (!isComplete) return 'pictures-changed'
      await orderPictures(tx, ids)
      return undefined
    })
}

/** Says what a picture shows, for users who can't see it. */
export function createDescribePicture(needs: Needs) {
  return ({ pictureId, alt, ...command }: Command & { pictureId: string; alt: string }): Promise<PicturesChanged> =>
    onPictures(needs, command, async (tx, present) => {
      if (!present.some(({ id }) => id === pictureId)) return 'no-such-picture'
      await setAlt(tx, { id: pictureId, alt })
      return undefined
    })
}

export function createRemovePicture(needs: Needs) {
  return ({ pictureId, ...command }: Command & { pictureId: string }): Promise<PicturesChanged> =>
    onPictures(needs, command, async (tx, present) => {
      if (!present.some(({ id }) => id === pictureId)) return 'no-such-picture'
      await deletePicture(tx, pictureId)
      return undefined
    })
}

type Change = (tx: Tx, present: readonly ProductPicture[]) => Promise<PicturesRefusal | undefined>

async function onPictures({ db, clock }: Needs, command: Command, change: Change): Promise<PicturesChanged> {
  const { id, authority } = command
  return db.transaction().execute(async tx => {
    const product = await lockProduct(tx, id)
    if (!product) return { kind: 'no-such-product' }
    const refusal = await change(tx, (await picturesOf(tx, [id])).get(id) ?? [])
    if (refusal) return { kind: refusal }
    const { code } = product
    const details = { product: code, fields: 'pictures' }
    await recordEvent(tx, { at: clock.now(), action: 'product-changed', ...authority, details })
    return { kind: 'changed', code }
  })
}

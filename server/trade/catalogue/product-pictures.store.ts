import type { Insertable } from 'kysely'
import type { PictureSize } from '../../../shared/contract/picture-lists.ts'
import type { ProductPicturesTable } from '../../platform/database/field-tables.ts'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

export type ProductPicture = {
  id: string
  productId: string
  place: number
  hash: string
  alt: string
  width: number
  height: number
}

const columns = ['id', 'product_id as productId', 'place', 'content_hash as hash', 'alt', 'width', 'height'] as const

/** The pictures of these products in their order, without their content. A product without a picture is missing. */
export async function picturesOf(db: Queryable, productIds: readonly string[]): Promise<Map<string, ProductPicture[]>> {
  const rows = await db
    .selectFrom('product_pictures')
    .select(columns)
    .where('product_id', 'in', productIds)
    .orderBy('product_id')
    .orderBy('place')
    .execute()
  return Map.groupBy(rows, ({ productId }) => productId)
}

/** The WebP of this size. Undefined if no product has a picture of this hash any more. */
export async function findPictureFile(
  db: Queryable,
  { hash, size }: { hash: string; size: PictureSize },
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('product_pictures')
    .select(`${size} as webp`)
    .where('content_hash', '=', hash)
    .limit(1)
    .executeTakeFirst()
  return row?.webp
}

type Source = { productId: string; place: number | undefined; sourceHash: Buffer }

/** True if the product has a picture from the same file: at this place, or at any place if none is named. */
export async function hasPictureFrom(db: Queryable, { productId, place, sourceHash }: Source): Promise<boolean> {
  const row = await db
    .selectFrom('product_pictures')
    .select('id')
    .where('product_id', '=', productId)
    .where('source_hash', '=', sourceHash)
    .$if(place !== undefined, rows => rows.where('place', '=', place ?? 0))
    .executeTakeFirst()
  return row !== undefined
}

/** Adds the picture, or replaces the one at its place. The alternative text of a replaced picture is kept. */
export async function putPicture(tx: Tx, picture: Insertable<ProductPicturesTable>): Promise<void> {
  const { product_id, place, alt, ...file } = picture
  const replaced = await tx
    .updateTable('product_pictures')
    .set(file)
    .where('product_id', '=', product_id)
    .where('place', '=', place)
    .executeTakeFirst()
  if (replaced.numUpdatedRows === 0n) await tx.insertInto('product_pictures').values(picture).execute()
}

export async function setAlt(tx: Tx, { id, alt }: { id: string; alt: string }): Promise<void> {
  await tx.updateTable('product_pictures').set({ alt }).where('id', '=', id).execute()
}

/** Puts the pictures on the places 1, 2, 3 … in this order. */
export async function orderPictures(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const [at, id] of ids.entries()) {
    await tx
      .updateTable('product_pictures')
      .set({ place: at + 1 })
      .where('id', '=', id)
      .execute()
  }
}

export async function deletePicture(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('product_pictures').where('id', '=', id).execute()
}

import type { Db } from '../../platform/database/tables.ts'
import { readPictureName } from './picture-name.ts'
import { findProductIds } from './products.store.ts'
import type { Author, PictureSaved, SavePicture } from './save-picture.ts'

/** The product's code and the place of the picture are in the name of the file: `CODE.jpg`, `CODE_2.png`. */
export type NamedPicture = { fileName: string; file: Buffer; author: Author }

export type NamedPictureSaved =
  | { kind: 'created' | 'updated' | 'unchanged'; code: string; place: number }
  | { kind: Exclude<PictureSaved['kind'], 'created' | 'updated' | 'unchanged'> | 'not-a-picture-name' }

/** Saves a picture of the product that its file is named after. */
export function createSaveNamedPicture({ db, savePicture }: { db: Db; savePicture: SavePicture }) {
  return async function saveNamedPicture({ fileName, file, author }: NamedPicture): Promise<NamedPictureSaved> {
    const names = readPictureName(fileName)
    if (names.length === 0) return { kind: 'not-a-picture-name' }
    const ids = await findProductIds(
      db,
      names.map(({ code }) => code),
    )
    const named = names.find(({ code }) => ids.has(code))
    const productId = named && ids.get(named.code)
    if (!named || productId === undefined) return { kind: 'no-such-product' }
    const { code, place } = named
    const saved = await savePicture({ productId, place, file, author })
    return saved.kind === 'created' || saved.kind === 'updated' || saved.kind === 'unchanged'
      ? { kind: saved.kind, code, place }
      : { kind: saved.kind }
  }
}

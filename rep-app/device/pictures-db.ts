import { Dexie, type Table } from 'dexie'
import { reopenWhenLost } from './reopen-when-lost.ts'

/** `key` names content that never changes: `hash/size`. */
type PictureRow = { key: string; size: number; bytes: ArrayBuffer }

/** Pictures of products. They are apart from the other data, so that they can be cleared and downloaded again alone. */
export type PicturesDb = Dexie & { files: Table<PictureRow, string> }

export function openPicturesDb(name = 'pictures'): PicturesDb {
  const db = new Dexie(name, { chromeTransactionDurability: 'relaxed' })
  db.version(1).stores({ files: 'key, size' })
  return reopenWhenLost(db) as PicturesDb
}

/** How many pictures the device has, and their bytes. The content isn't read. */
export async function measurePictures({ files }: PicturesDb): Promise<{ count: number; bytes: number }> {
  const sizes = (await files.orderBy('size').keys()) as number[]
  return { count: sizes.length, bytes: sizes.reduce((total, size) => total + size, 0) }
}

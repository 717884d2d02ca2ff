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

/** How many pictures the device has, and their bytes. Two sizes of one picture count once. The content isn't read. */
export async function measurePictures({ files }: PicturesDb): Promise<{ count: number; bytes: number }> {
  const [keys, sizes] = await Promise.all([files.toCollection().primaryKeys(), files.orderBy('size').keys()])
  const hashes = new Set(keys.map(key => key.split('/', 1)[0]))
  return { count: hashes.size, bytes: (sizes as number[]).reduce((total, size) => total + size, 0) }
}

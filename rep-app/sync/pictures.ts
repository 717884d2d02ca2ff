import type { PictureSize } from '../../shared/contract/picture-lists.ts'
import type { Cache } from '../device/cache.ts'
import { type DeviceDb, keepValue } from '../device/device-db.ts'
import { measurePictures, type PicturesDb } from '../device/pictures-db.ts'
import { isFullDisk } from '../device/storage-fault.ts'
import { createStore } from '../device/store.ts'
import type { ReadBytes } from '../session/call-api.ts'
import type { SyncStatus } from './sync-status.ts'

export const PICTURES_ON = 'productPictures'
const MOST_AT_ONCE = 2

export type PicturesState = { isOn: boolean; isFull: boolean }
export type Picture = { hash: string; size: PictureSize }
type Needs = {
  pictures: PicturesDb
  db: DeviceDb
  cache: Cache
  readBytes: ReadBytes
  /** Asked before each download. */
  isRoadFree(): boolean
  isOn: boolean
}

/** Captured items and the first download come before any picture. */
export const isRoadFree = ({ waiting, header }: Pick<SyncStatus, 'waiting' | 'header'>): boolean =>
  waiting.total === 0 && header.kind !== 'downloading'

const keyOf = ({ hash, size }: Picture) => `${hash}/${size}`

/** Pictures of products: from the device, or else from the server when a screen shows them. */
export function createPictures({ pictures, db, cache, readBytes, isRoadFree, isOn }: Needs) {
  const state = createStore<PicturesState>({ isOn, isFull: false })
  const change = (more: Partial<PicturesState>) => state.set({ ...state.get(), ...more })
  const coming = new Map<string, Promise<ArrayBuffer | undefined>>()
  const queue: (() => void)[] = []
  let running = 0

  /** Few at a time, and the one that was asked for last comes first: the rep has scrolled on. */
  async function inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    if (running >= MOST_AT_ONCE) await new Promise<void>(resolve => queue.push(resolve))
    running += 1
    try {
      return await work()
    } finally {
      running -= 1
      queue.pop()?.()
    }
  }

  const mayDownload = () => state.get().isOn && isRoadFree()

  async function download(picture: Picture): Promise<ArrayBuffer | undefined> {
    if (!mayDownload()) return undefined
    const bytes = await readBytes(`/pictures/${picture.hash}/${picture.size}`)
    if (!(bytes instanceof ArrayBuffer)) return undefined
    if (state.get().isFull) return bytes
    try {
      await pictures.files.put({ key: keyOf(picture), size: bytes.byteLength, bytes })
    } catch (fault) {
      // A picture that can't be kept is shown even so.
      if (isFullDisk(fault)) change({ isFull: true })
    }
    return bytes
  }

  /** Undefined while pictures are off, and for one that is neither here nor within reach. */
  async function read(picture: Picture): Promise<ArrayBuffer | undefined> {
    if (!state.get().isOn) return undefined
    const key = keyOf(picture)
    const kept = await pictures.files.get(key).catch(() => undefined)
    if (kept) return kept.bytes
    const known = coming.get(key)
    if (known) return known
    const asked = inTurn(() => download(picture)).finally(() => coming.delete(key))
    coming.set(key, asked)
    return asked
  }

  return {
    state,
    read,
    measure: () => measurePictures(pictures),
    async setOn(isOn: boolean): Promise<void> {
      await keepValue(db, PICTURES_ON, isOn)
      change({ isOn })
    },
    /** They are downloaded again when a screen shows them. */
    async clear(): Promise<void> {
      await pictures.files.clear()
      change({ isFull: false })
    },
    /** Downloads the small pictures that are missing. Ends early without a connection, and when unsent items come up. */
    async downloadAll(onProgress: (done: number, total: number) => void): Promise<'complete' | 'stopped'> {
      const hashes = new Set<string>()
      await cache.products.each(({ pictures = [] }) => void (pictures[0] && hashes.add(pictures[0].hash)))
      const all = [...hashes]
      for (const [place, hash] of all.entries()) {
        onProgress(place, all.length)
        const bytes = state.get().isFull ? undefined : await read({ hash, size: 'small' })
        if (!bytes) return 'stopped'
      }
      onProgress(all.length, all.length)
      return 'complete'
    },
  }
}

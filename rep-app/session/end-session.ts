import type { EndReason } from '../../shared/contract/end-reasons.ts'
import { type Cache, eraseCache } from '../device/cache.ts'
import type { PicturesDb } from '../device/pictures-db.ts'
import type { SessionStore } from './session.ts'

/** True for reasons that also erase the downloaded data, because another user may hold the device. */
export const isErasing = (reason: EndReason): boolean => reason === 'deactivated' || reason === 'compromised'

type Needs = { session: SessionStore; cache: Cache; pictures: PicturesDb }

/** Removes the tokens and keys, and keeps captured items and the user's identity. */
export function createEndSession({ session, cache, pictures }: Needs) {
  return async (reason: EndReason): Promise<void> => {
    await session.change({ tokens: null, keys: null, endReason: reason })
    if (isErasing(reason)) await Promise.all([eraseCache(cache), pictures.files.clear()])
  }
}

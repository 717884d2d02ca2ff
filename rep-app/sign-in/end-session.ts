import type { EndReason } from '../../shared/contract/end-reasons.ts'
import { type Cache, eraseCache } from '../device/cache.ts'
import type { SessionStore } from './session.ts'

/** Whoever holds the device may be somebody else by now: it shows nothing any more. */
export const isErasing = (reason: EndReason): boolean => reason === 'deactivated' || reason === 'compromised'

/** The tokens go; what was captured, what was brought and who it was stay. */
export function createEndSession({ session, cache }: { session: SessionStore; cache: Cache }) {
  return async (reason: EndReason): Promise<void> => {
    await session.change({ tokens: null, keys: null, endReason: reason })
    if (isErasing(reason)) await eraseCache(cache)
  }
}

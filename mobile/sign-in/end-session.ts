import { type Cache, eraseCache } from '../device/cache.ts'
import type { EndReason, SessionStore } from './session.ts'

const erasing: readonly EndReason[] = ['deactivated', 'compromised']

/** The tokens go; what was captured, what was brought and who it was stay. */
export function createEndSession({ session, cache }: { session: SessionStore; cache: Cache }) {
  return async (reason: EndReason): Promise<void> => {
    await session.change({ tokens: null, keys: null, endReason: reason })
    if (erasing.includes(reason)) await eraseCache(cache)
  }
}

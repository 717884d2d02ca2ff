import { type Cache, eraseCache } from '../device/cache.ts'
import type { Outbox } from '../device/outbox.ts'
import type { SessionStore } from '../session/session.ts'

type Needs = { cache: Cache; outbox: Outbox; session: SessionStore; onErased(): void }

/**
 * Erases the data that the server also has, and downloads it again. This user's unsent items must be sent or exported
 * first. The unsent items of other users are neither counted nor touched.
 */
export function createInitialiseAgain({ cache, outbox, session, onErased }: Needs) {
  return async ({ hasExported }: { hasExported: boolean }): Promise<{ kind: 'erased' } | { kind: 'unsent' }> => {
    const { accountId } = session.record().person ?? {}
    const unsent = (await outbox.listUnsent()).filter(item => item.accountId === accountId)
    if (unsent.length > 0 && !hasExported) return { kind: 'unsent' }
    await eraseCache(cache)
    onErased()
    return { kind: 'erased' }
  }
}

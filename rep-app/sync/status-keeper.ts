import type { CollectionState } from '../device/cache.ts'
import type { DeviceClock } from '../device/device-clock.ts'
import type { OutboxItem } from '../device/outbox-db.ts'
import { createStore, type Store } from '../device/store.ts'
import { isErasing } from '../session/end-session.ts'
import type { SessionStore } from '../session/session.ts'
import { headerOf, type Work } from '../statements/status-line.ts'
import { countUnsent, type LastTry, type SyncStatus } from './sync-status.ts'

const DAY_MS = 86_400_000
/** The default while no user is known, whose server could set another number. */
const USUAL_HIDDEN_AFTER_DAYS = 30

/** Whose round it was. Null if no one was signed in. */
type OfUser = { accountId: string | null }

export type Facts = {
  work: Work
  lastTry: (LastTry & OfUser) | null
  lastComplete: ({ at: number } & OfUser) | null
  nextTryAt: number | null
  unsent: readonly OutboxItem[]
  collections: CollectionState[]
}

type Needs = {
  session: SessionStore
  clock: DeviceClock
  isNewVersionReady: Store<boolean>
  /** The state when the app was closed. Until it is read, the app doesn't say that everything is sent. */
  before: Pick<Facts, 'unsent' | 'lastComplete'>
}

/** Keeps the facts about the sync, and the status that follows from them, the session and a waiting new version. */
export function createStatusKeeper({ session, clock, isNewVersionReady, before }: Needs) {
  let facts: Facts = { work: { kind: 'resting' }, lastTry: null, nextTryAt: null, collections: [], ...before }
  const tell = () => statusOf(facts, { session, clock, isNewVersionReady })
  const status = createStore<SyncStatus>(tell())
  return {
    status: status as Store<SyncStatus>,
    facts: () => facts,
    learn: (more: Partial<Facts>): void => {
      facts = { ...facts, ...more }
      status.set(tell())
    },
  }
}

function statusOf(facts: Facts, { session, clock, isNewVersionReady }: Omit<Needs, 'before'>): SyncStatus {
  const { person, lastAccountId, clockDifferenceMs, lastContactAt } = session.record()
  const { work, nextTryAt, collections } = facts
  const current = person?.accountId ?? null
  const lastTry = facts.lastTry?.accountId === current ? facts.lastTry : null
  const isOfLastUser = facts.lastComplete?.accountId === (current ?? lastAccountId)
  const lastCompleteAt = isOfLastUser ? (facts.lastComplete?.at ?? null) : null
  const counts = countUnsent(facts.unsent, { accountId: person?.accountId, lastAccountId })
  const waiting = counts.waiting.total
  const hiddenAfterDays = person?.hiddenAfterDays ?? USUAL_HIDDEN_AFTER_DAYS
  const isHidden = lastContactAt !== null && clock.now() - lastContactAt > hiddenAfterDays * DAY_MS
  const shown = session.state.get()
  const isSealed = isHidden || (shown.kind === 'ended' && isErasing(shown.reason))
  const isDownloaded = collections.length > 0 && collections.every(({ isComplete }) => isComplete)
  const header = headerOf({
    session: shown,
    work: work.kind === 'sending' ? { ...work, done: Math.max(0, work.total - waiting) } : work,
    // Nothing is sent until the user is known.
    waiting: person ? waiting : facts.unsent.length,
    attention: counts.attention,
    ofOthers: counts.ofOthers,
    lastResult: lastTry?.result,
    isDownloaded,
    isNewVersionReady: isNewVersionReady.get(),
  })
  const isConfirmed = isDownloaded && lastTry?.result === 'complete'
  const times = { lastCompleteAt, lastTry, nextTryAt, clockDifferenceMs }
  return { header, ...times, ...counts, isConfirmed, collections, isSealed, hiddenAfterDays }
}

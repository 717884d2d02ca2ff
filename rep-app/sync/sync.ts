import { liveQuery } from 'dexie'
import { appVersion } from '../device/app-version.ts'
import { type Cache, type CollectionState, readCollections } from '../device/cache.ts'
import type { DeviceClock } from '../device/device-clock.ts'
import { type DeviceDb, keepValue, recordEvent } from '../device/device-db.ts'
import type { Outbox, OutboxItem } from '../device/outbox.ts'
import { createStore, type Store } from '../device/store.ts'
import type { CallApi } from '../sign-in/call-api.ts'
import { isErasing } from '../sign-in/end-session.ts'
import type { SessionStore } from '../sign-in/session.ts'
import type { HandInReleased } from './hand-in.ts'
import { pullChanges } from './pull.ts'
import { pushWaiting } from './push.ts'
import { countUnsent, headerOf, type LastTry, type SyncStatus, type Work } from './sync-status.ts'
import { waitAfter } from './wait-after.ts'

const DAY_MS = 86_400_000
const HAND_IN_EVERY_MS = 10 * 60_000
/** The default while no user is known, whose server could set another number. */
const USUAL_HIDDEN_AFTER_DAYS = 30

export type SyncNeeds = {
  db: DeviceDb
  cache: Cache
  outbox: Outbox
  session: SessionStore
  callApi: CallApi
  handIn: HandInReleased
  clock: DeviceClock
  isNewVersionReady: Store<boolean>
  device: { id: string; name: string }
  /** The state when the app was closed. Until it is read, the app doesn't say that everything is sent. */
  before: Pick<Facts, 'unsent' | 'lastCompleteAt'>
}

type Result = LastTry['result']
type Facts = {
  work: Work
  lastTry: LastTry | null
  lastCompleteAt: number | null
  nextTryAt: number | null
  unsent: readonly OutboxItem[]
  collections: CollectionState[]
}

/** Pushes and pulls repeatedly, and reports the status. Runs one round at a time for all tabs. */
export function createSync(needs: SyncNeeds) {
  const { db, cache, outbox, session, callApi, handIn, clock, isNewVersionReady, device } = needs
  let facts: Facts = {
    work: { kind: 'resting' },
    lastTry: null,
    nextTryAt: null,
    collections: [],
    ...needs.before,
  }
  const status = createStore<SyncStatus>(tell())
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<Result> | undefined
  let isAskedAgain = false
  let isOver = false
  const closings: (() => void)[] = []

  function tell(): SyncStatus {
    const { person, clockDifferenceMs, lastContactAt } = session.record()
    const counts = countUnsent(facts.unsent, person?.accountId)
    const { orders, quotes, notes } = counts.waiting
    const waiting = orders + quotes + notes
    const { work, lastTry } = facts
    const hiddenAfterDays = person?.hiddenAfterDays ?? USUAL_HIDDEN_AFTER_DAYS
    const isHidden = lastContactAt !== null && clock.now() - lastContactAt > hiddenAfterDays * DAY_MS
    const shown = session.state.get()
    const isSealed = isHidden || (shown.kind === 'ended' && isErasing(shown.reason))
    const header = headerOf({
      session: shown,
      work: work.kind === 'sending' ? { ...work, done: Math.max(0, work.total - waiting) } : work,
      // Nothing is sent until the user is known.
      waiting: person ? waiting : counts.ofOthers,
      attention: counts.attention,
      lastResult: lastTry?.result,
      isNewVersionReady: isNewVersionReady.get(),
    })
    const { lastCompleteAt, nextTryAt } = facts
    return {
      header,
      lastCompleteAt,
      lastTry,
      nextTryAt,
      ...counts,
      collections: facts.collections,
      clockDifferenceMs,
      isSealed,
      hiddenAfterDays,
    }
  }
  const learn = (more: Partial<Facts>) => {
    facts = { ...facts, ...more }
    status.set(tell())
  }

  /** The user's own items first: those of others may not be released for weeks. */
  async function round(): Promise<Result> {
    const result = await ownRound()
    const { person, tokens } = session.record()
    if (result === 'complete' || result === 'session-ended') await handIn(tokens ? person?.accountId : undefined)
    return result
  }

  async function ownRound(): Promise<Result> {
    const { person, tokens } = session.record()
    if (!person || !tokens) return 'session-ended'
    const { accountId } = person
    const isStopped = () => isOver || session.record().person?.accountId !== accountId || !session.record().tokens
    const { waiting } = countUnsent(await outbox.listUnsent(), accountId)
    const total = waiting.orders + waiting.quotes + waiting.notes
    if (total > 0) learn({ work: { kind: 'sending', done: 0, total } })
    const pushed = await pushWaiting({ outbox, callApi, accountId, deviceId: device.id, isStopped })
    if (pushed.kind !== 'complete') return pushed.kind
    learn({ work: { kind: 'downloading' } })
    const pulled = await pullChanges({ cache, callApi, clock, isStopped })
    if (pulled.kind !== 'complete') return pulled.kind
    return beat(accountId)
  }

  /** Reports the state of this device to the server. */
  async function beat(accountId: string): Promise<Result> {
    const { waiting } = countUnsent(await outbox.listUnsent(), accountId)
    const { oldestAt, ...counts } = waiting
    const at = (moment: number | null) =>
      moment === null ? null : new Date(moment + session.record().clockDifferenceMs).toISOString()
    const answer = await callApi('/heartbeat', {
      deviceId: device.id,
      deviceName: device.name,
      appVersion,
      waiting: counts,
      oldestWaitingAt: at(oldestAt),
      lastCompleteSyncAt: at(clock.now()),
    })
    if (answer.kind !== 'answer') return answer.kind
    await session.change({ lastContactAt: clock.now() })
    await outbox.forgetReceipts()
    return 'complete'
  }

  async function tryOnce(): Promise<Result> {
    try {
      return await navigator.locks.request('fieldkey-sync', round)
    } catch (fault) {
      // Only the databases of the device throw in a round, when they are full or lost.
      await note('storage', fault instanceof Error ? fault.name : String(fault))
      return 'storage-problem'
    }
  }

  const note = (what: string, code: string | null) => recordEvent(db, { at: clock.now(), what, code }).catch(() => 0)

  async function run(): Promise<Result> {
    clearTimeout(timer)
    const result = await tryOnce()
    await note('sync', result)
    failures = result === 'complete' ? 0 : failures + 1
    const at = clock.now()
    const wait = isOver ? undefined : waitAfter(result, failures)
    // Without a session nothing is pushed, but an administrator may have released items.
    const again = result === 'session-ended' && facts.unsent.length > 0 && !isOver ? HAND_IN_EVERY_MS : wait
    if (again !== undefined) timer = setTimeout(() => void syncNow(), again)
    if (result === 'complete') await keepValue(db, 'lastCompleteAt', at)
    learn({
      work: { kind: 'resting' },
      lastTry: { at, result },
      nextTryAt: wait === undefined ? null : at + wait,
      ...(result === 'complete' && { lastCompleteAt: at }),
    })
    return result
  }

  /** A request during a round waits for that round and one more, because the running round may have started too early. */
  function syncNow(): Promise<Result> {
    if (running) isAskedAgain = true
    running ??= run().finally(() => {
      running = undefined
      if (isAskedAgain && !isOver) void syncNow()
      isAskedAgain = false
    })
    return running
  }

  return {
    status: status as Store<SyncStatus>,
    syncNow,

    /** Returns items to the queue that were being sent when the app was killed, and starts the first round. */
    async start(): Promise<void> {
      await outbox.recover()
      const watched = [
        liveQuery(() => outbox.listUnsent()).subscribe(unsent => learn({ unsent })),
        liveQuery(() => readCollections(cache)).subscribe(states => learn({ collections: states })),
      ]
      closings.push(...watched.map(one => () => one.unsubscribe()))
      closings.push(
        session.state.subscribe(() => learn({})),
        isNewVersionReady.subscribe(() => learn({})),
      )
      void syncNow()
    },

    async stop(): Promise<void> {
      isOver = true
      clearTimeout(timer)
      for (const close of closings) close()
      await running
    },
  }
}

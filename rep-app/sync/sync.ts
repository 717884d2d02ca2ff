import { liveQuery } from 'dexie'
import { readCollections } from '../device/cache.ts'
import { type DeviceDb, keepValue, recordEvent } from '../device/device-db.ts'
import { faultNameOf, isFullDisk } from '../device/storage-fault.ts'
import type { Store } from '../device/store.ts'
import { createRound, type Result, type RoundNeeds } from './round.ts'
import { createScheduler, type Finished } from './scheduler.ts'
import { createStatusKeeper, type Facts } from './status-keeper.ts'

export type SyncNeeds = Omit<RoundNeeds, 'onWork'> & {
  db: DeviceDb
  isNewVersionReady: Store<boolean>
  before: Pick<Facts, 'unsent' | 'lastComplete'>
}

export const LAST_COMPLETE = 'lastComplete'

/** Pushes and pulls repeatedly, and reports the status. Runs one round at a time for all tabs. */
export function createSync(needs: SyncNeeds) {
  const { db, cache, outbox, session, clock, isNewVersionReady } = needs
  const keeper = createStatusKeeper(needs)
  const round = createRound({ ...needs, onWork: work => keeper.learn({ work }) })
  const scheduler = createScheduler({
    clock,
    round: () => roundForAllTabs(round),
    onFinished,
    hasUnsent: () => keeper.facts().unsent.length > 0,
  })
  const note = (what: string, code: string | null) => recordEvent(db, { at: clock.now(), what, code }).catch(() => 0)

  async function roundForAllTabs(run: () => Promise<Result>): Promise<Result> {
    try {
      return await navigator.locks.request('fieldkey-sync', run)
    } catch (fault) {
      // Only the databases of the device throw in a round, when they are full or lost.
      await note('storage', faultNameOf(fault) ?? String(fault))
      return isFullDisk(fault) ? 'storage-full' : 'storage-problem'
    }
  }

  async function onFinished({ at, result, nextTryAt }: Finished): Promise<void> {
    await note('sync', result)
    // Another person who signs in must not read about the syncs of this one.
    const accountId = session.record().person?.accountId ?? null
    const lastComplete = result === 'complete' ? { accountId, at } : keeper.facts().lastComplete
    if (result === 'complete') await keepValue(db, LAST_COMPLETE, lastComplete)
    keeper.learn({ work: { kind: 'resting' }, lastTry: { accountId, at, result }, nextTryAt, lastComplete })
  }

  /** Another person may sign in in another tab. What this tab knew is of no use for that person. */
  function followPerson(): void {
    const readId = () => session.record().person?.accountId
    let last = readId()
    session.state.subscribe(() => {
      keeper.learn({})
      const now = readId()
      if (now !== undefined && now !== last) void scheduler.syncNow()
      last = now
    })
  }

  return {
    status: keeper.status,
    syncNow: scheduler.syncNow,

    /** Returns items to the queue that were being sent when the app was killed, and starts the first round. */
    async start(): Promise<void> {
      await outbox.recover()
      liveQuery(() => outbox.listUnsent()).subscribe(unsent => keeper.learn({ unsent }))
      liveQuery(() => readCollections(cache)).subscribe(collections => keeper.learn({ collections }))
      followPerson()
      isNewVersionReady.subscribe(() => keeper.learn({}))
      void scheduler.syncNow()
    },
  }
}

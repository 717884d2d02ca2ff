import { appVersion } from '../device/app-version.ts'
import type { Cache } from '../device/cache.ts'
import type { DeviceClock } from '../device/device-clock.ts'
import type { Outbox } from '../device/outbox.ts'
import type { CallApi } from '../session/call-api.ts'
import type { Person, SessionStore } from '../session/session.ts'
import type { SyncResult, Work } from '../statements/status-line.ts'
import type { HandInReleased } from './hand-in.ts'
import { pullChanges } from './pull.ts'
import { pushWaiting } from './push.ts'
import { countUnsent } from './sync-status.ts'

export type Result = SyncResult

export type RoundNeeds = {
  cache: Cache
  outbox: Outbox
  session: SessionStore
  callApi: CallApi
  handIn: HandInReleased
  clock: DeviceClock
  device: { id: string; name: string }
  onWork(work: Work): void
}

/** One round sends the waiting items, downloads the changes and reports the state of this device. */
export function createRound({ cache, outbox, session, callApi, handIn, clock, device, onWork }: RoundNeeds) {
  /** The user's own items first: those of others may not be released for weeks. */
  return async function round(): Promise<Result> {
    const result = await ownRound()
    const { person, tokens } = session.record()
    if (result === 'complete' || result === 'session-ended') await handIn(tokens ? person?.accountId : undefined)
    return result
  }

  async function ownRound(): Promise<Result> {
    const { person, tokens } = session.record()
    if (!person || !tokens) return 'session-ended'
    const { accountId } = person
    const isStopped = () => session.record().person?.accountId !== accountId || !session.record().tokens
    const { waiting } = countUnsent(await outbox.listUnsent(), { accountId })
    const { total } = waiting
    if (total > 0) onWork({ kind: 'sending', done: 0, total })
    // Without a connection, no item is marked as tried: the rep can still change or cancel it.
    const me = await callApi<Person>('/me')
    if (me.kind === 'no-connection' && total > 0) await outbox.putOff(accountId, { code: me.kind, message: '' })
    if (me.kind === 'no-connection' || me.kind === 'session-ended') return me.kind
    if (me.kind === 'answer') await session.renew(me.body)
    const pushed = await pushWaiting({ outbox, callApi, accountId, deviceId: device.id, isStopped })
    if (pushed.kind !== 'complete') return pushed.kind
    onWork({ kind: 'downloading' })
    const pulled = await pullChanges({ cache, callApi, clock, isStopped })
    if (pulled.kind !== 'complete') return pulled.kind
    return beat(accountId)
  }

  async function beat(accountId: string): Promise<Result> {
    const { waiting } = countUnsent(await outbox.listUnsent(), { accountId })
    const { oldestAt, total: _, ...counts } = waiting
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
}

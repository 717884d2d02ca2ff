import type { BaseLogger } from 'pino'
import type { PushAnswer, PushItem, PushResult, Rejection } from '../../../shared/contract/app.ts'
import { attempt } from '../../platform/database/savepoint.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import { isTaken } from '../../platform/database/unless-taken.ts'
import { claimItem, keepRejected, lockItem, settledOutcomes } from '../../trade/captured/pushed-items.store.ts'
import { createTakeAccepted } from '../../trade/captured/take-accepted.ts'
import type { NeedsOfOrderMail } from '../../trade/orders/queue-order-mail.ts'
import { judgeItem } from './judge-item.ts'
import { momentOf } from './moment-of.ts'
import { listTerritoriesOf } from './pull.query.ts'
import { toStorableItem } from './storable-item.ts'

type Push = { accountId: string; deviceId: string; items: readonly PushItem[] }
type ItemToStore = { accountId: string; deviceId: string; item: PushItem; territoryIds: string[] }
type Needs = NeedsOfOrderMail & { db: Db; log: Pick<BaseLogger, 'error'> }

/**
 * Stores the items of a device, each in its own transaction. One bad item never blocks the others, and a lost response
 * costs nothing: the server recognises the id the second time.
 */
export function createPushItems(needs: Needs) {
  const { db, clock, log } = needs
  const takeAccepted = createTakeAccepted(needs)

  return async function pushItems({ accountId, deviceId, items }: Push): Promise<PushAnswer> {
    const territoryIds = (await listTerritoriesOf(db, accountId)).map(({ id }) => id)
    const results: PushResult[] = []
    for (const item of items) {
      const taking = { accountId, deviceId, item, territoryIds }
      results.push(await db.transaction().execute(tx => take(tx, taking)))
    }
    return { results }
  }

  async function take(tx: Tx, taking: ItemToStore): Promise<PushResult> {
    const { accountId, deviceId } = taking
    const item = toStorableItem(taking.item)
    const { id, type } = item
    const receivedAt = clock.now()
    const capturedAt = momentOf(item.capturedAt)
    if (!(await claimItem(tx, { id, accountId, deviceId, type, receivedAt, capturedAt }))) {
      const known = await lockItem(tx, id)
      if (known.account_id !== accountId) return rejectedBy(id, idTaken)
      if (settledOutcomes.includes(known.outcome))
        return { id, outcome: 'duplicate', ...(known.number && { number: known.number }) }
    }
    const attempted = await attempt(tx, () => accept(tx, taking, receivedAt))
    const { kind } = attempted
    const accepted = kind === 'done' ? attempted.value : { kind, rejection: rejectionOf(attempted.fault, id) }
    if (accepted.kind === 'accepted')
      return { id, outcome: 'accepted', ...(accepted.number && { number: accepted.number }) }
    await keepRejected(tx, item, accepted.rejection)
    return rejectedBy(id, accepted.rejection)
  }

  async function accept(tx: Tx, { accountId, item, territoryIds }: ItemToStore, receivedAt: Date) {
    const judged = await judgeItem(tx, item, { territoryIds, now: receivedAt })
    if (judged.kind === 'rejected') return judged
    const number = await takeAccepted(tx, { id: item.id, accountId, receivedAt, captured: judged })
    return { kind: 'accepted' as const, number }
  }

  /** A fault of one item rejects only that item. If it were thrown, the device could not send anything at all. */
  function rejectionOf(fault: unknown, item: string): Rejection {
    if (tables.some(table => isTaken(fault, `${table}_pkey`))) return idTaken
    log.error({ err: fault, item }, 'a pushed item could not be stored')
    return unstored
  }
}

/** Where an accepted item gets the id that the device made. */
const tables = ['orders', 'notes', 'visits'] as const

const rejectedBy = (id: string, rejection: Rejection): PushResult => ({ id, outcome: 'rejected', rejection })

const idTaken: Rejection = {
  code: 'id-taken',
  field: 'id',
  message: 'Another record has this id. Export this one and tell your administrator.',
}

const unstored: Rejection = {
  code: 'bad-payload',
  field: '',
  message: 'The server could not store this. Export it and tell your administrator.',
}

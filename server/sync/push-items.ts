import type { PushAnswer, PushItem, PushResult } from '../../shared/contract/app.ts'
import type { Clock } from '../clock.ts'
import type { Db, Tx } from '../database/tables.ts'
import { type Judged, judgeItem } from './judge-item.ts'
import { insertNote, insertOrders, nextNumber, totalOf } from './orders.store.ts'
import { listTerritoriesOf } from './pull.query.ts'
import { claimItem, keepRejected, lockItem, markAccepted } from './pushed-items.store.ts'
import { addSold } from './targets.store.ts'

type Order = { accountId: string; deviceId: string; items: readonly PushItem[] }
type Taking = { accountId: string; deviceId: string; item: PushItem; territoryIds: string[] }
type Accepted = Exclude<Judged, { kind: 'rejected' }>

/**
 * Takes what a device brings, item by item, each in a transaction of its own: one bad order never holds up the others,
 * and an answer that was lost costs nothing, as the id is known the second time.
 */
export function createPushItems({ db, clock }: { db: Db; clock: Clock }) {
  return async function pushItems({ accountId, deviceId, items }: Order): Promise<PushAnswer> {
    const territoryIds = (await listTerritoriesOf(db, accountId)).map(({ id }) => id)
    const results: PushResult[] = []
    for (const item of items) {
      const taking = { accountId, deviceId, item, territoryIds }
      results.push(await db.transaction().execute(tx => take(tx, taking)))
    }
    return { results }
  }

  async function take(tx: Tx, { accountId, deviceId, item, territoryIds }: Taking): Promise<PushResult> {
    const { id, type } = item
    const receivedAt = clock.now()
    if (!(await claimItem(tx, { id, accountId, deviceId, type, receivedAt }))) {
      const known = await lockItem(tx, id)
      if (known.account_id !== accountId) return ofSomebodyElse(id)
      if (known.outcome === 'accepted')
        return { id, outcome: 'duplicate', ...(known.number && { number: known.number }) }
    }
    const judged = await judgeItem(tx, item, territoryIds)
    if (judged.kind === 'rejected') {
      await keepRejected(tx, item, judged.rejection)
      return { id, outcome: 'rejected', rejection: judged.rejection }
    }
    const number = await keep(tx, { id, accountId, receivedAt, judged })
    await markAccepted(tx, { id, number })
    return { id, outcome: 'accepted', ...(number !== null && { number }) }
  }
}

export type PushItems = ReturnType<typeof createPushItems>

type Keeping = { id: string; accountId: string; receivedAt: Date; judged: Accepted }

/** The number that people call it by; a note has none. */
async function keep(tx: Tx, { id, accountId, receivedAt, judged }: Keeping): Promise<string | null> {
  const { kind, capturedAt, payload } = judged
  const captured = { id, accountId, capturedAt, retailerId: payload.retailerId }
  if (kind === 'note') {
    await insertNote(tx, { ...captured, text: payload.text })
    return null
  }
  const number = await nextNumber(tx, kind)
  const { lines, note } = payload
  await insertOrders(tx, [{ ...captured, kind, number, receivedAt, note, lines }])
  const month = capturedAt.toISOString().slice(0, 7)
  if (kind === 'order') await addSold(tx, { accountId, month, cents: totalOf(lines) })
  return number
}

function ofSomebodyElse(id: string): PushResult {
  const message = 'Something of another user has this id. Export it and tell your administrator.'
  return { id, outcome: 'rejected', rejection: { code: 'bad-payload', field: 'id', message } }
}

import type { PushAnswer, PushItem, PushResult } from '../../shared/contract/app.ts'
import type { Clock } from '../clock.ts'
import type { Db, Tx } from '../database/tables.ts'
import { judgeItem } from './judge-item.ts'
import { momentOf } from './moment-of.ts'
import { listTerritoriesOf } from './pull.query.ts'
import { claimItem, heldOutcomes, keepRejected, lockItem } from './pushed-items.store.ts'
import { takeAccepted } from './take-accepted.ts'

type Order = { accountId: string; deviceId: string; items: readonly PushItem[] }
type Taking = { accountId: string; deviceId: string; item: PushItem; territoryIds: string[] }

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
    const capturedAt = momentOf(item.capturedAt)
    if (!(await claimItem(tx, { id, accountId, deviceId, type, receivedAt, capturedAt }))) {
      const known = await lockItem(tx, id)
      if (known.account_id !== accountId) return ofSomebodyElse(id)
      if (heldOutcomes.includes(known.outcome))
        return { id, outcome: 'duplicate', ...(known.number && { number: known.number }) }
    }
    const judged = await judgeItem(tx, item, territoryIds)
    if (judged.kind === 'rejected') {
      await keepRejected(tx, item, judged.rejection)
      return { id, outcome: 'rejected', rejection: judged.rejection }
    }
    const number = await takeAccepted(tx, { id, accountId, receivedAt, captured: judged })
    return { id, outcome: 'accepted', ...(number !== null && { number }) }
  }
}

export type PushItems = ReturnType<typeof createPushItems>

function ofSomebodyElse(id: string): PushResult {
  const message = 'Something of another user has this id. Export it and tell your administrator.'
  return { id, outcome: 'rejected', rejection: { code: 'bad-payload', field: 'id', message } }
}

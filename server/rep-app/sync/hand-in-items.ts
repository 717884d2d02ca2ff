import type { BaseLogger } from 'pino'
import type { HandIn, HandInAnswer, PushItem } from '../../../shared/contract/app.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import { attempt } from '../../platform/database/savepoint.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import {
  claimItem,
  keepReleased,
  listHeldIds,
  lockItem,
  settledOutcomes,
} from '../../trade/captured/pushed-items.store.ts'
import { closeRelease, lockRelease } from './app-devices.store.ts'
import type { FormerDevice } from './find-former-device.ts'
import { momentOf } from './moment-of.ts'
import { toStorableItem } from './storable-item.ts'

type Needs = { db: Db; clock: Clock; log: Pick<BaseLogger, 'error'> }
type Command = { device: FormerDevice; handIn: HandIn }

/**
 * Stores the unsent items of a device whose person can't sign in any more, once, after an administrator released it. The
 * items stay unchanged and keep their author, for an administrator to decide on. Without a release the answer only lists
 * the items that the server already holds.
 */
export function createHandInItems({ db, clock, log }: Needs) {
  return async function handInItems({ device, handIn }: Command): Promise<HandInAnswer> {
    const { ids, items, isLast } = handIn
    const asked = [...ids, ...items.map(({ id }) => id)]
    return db.transaction().execute(async tx => {
      const until = await lockRelease(tx, device)
      const isOpen = until !== null && until > clock.now()
      if (isOpen) {
        for (const item of items) await keepAlone(tx, device, toStorableItem(item))
        if (isLast) await close(tx, device)
      }
      const kept = await listHeldIds(tx, { accountId: device.accountId, ids: asked })
      return { isOpen: isOpen && !isLast, kept }
    })
  }

  /** The answer does not name what could not be stored, so the device keeps it. */
  async function keepAlone(tx: Tx, device: FormerDevice, item: PushItem): Promise<void> {
    const attempted = await attempt(tx, () => keep(tx, device, item))
    if (attempted.kind === 'failed') log.error({ err: attempted.fault, item: item.id }, 'an item could not be stored')
  }

  async function keep(tx: Tx, { accountId, deviceId }: FormerDevice, item: PushItem): Promise<void> {
    const { id, type } = item
    const receivedAt = clock.now()
    const capturedAt = momentOf(item.capturedAt)
    if (!(await claimItem(tx, { id, accountId, deviceId, type, receivedAt, capturedAt }))) {
      const known = await lockItem(tx, id)
      if (known.account_id !== accountId || settledOutcomes.includes(known.outcome)) return
    }
    await keepReleased(tx, item)
  }

  async function close(tx: Tx, device: FormerDevice): Promise<void> {
    await closeRelease(tx, device)
    const { accountId, deviceId } = device
    const details = { deviceId }
    await recordEvent(tx, { at: clock.now(), action: 'orders-handed-in', actor: 'nobody', accountId, details })
  }
}

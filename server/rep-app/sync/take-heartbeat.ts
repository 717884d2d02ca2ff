import type { Heartbeat } from '../../../shared/contract/app.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { saveHeartbeat } from './app-devices.store.ts'

type DeviceHeartbeat = { accountId: string; thumbprint: string; beat: Heartbeat }

/** Records the state of a device, so that the office sees orders that stay unsent. */
export function createTakeHeartbeat({ db, clock }: { db: Db; clock: Clock }) {
  return async function takeHeartbeat({
    accountId,
    thumbprint,
    beat,
  }: DeviceHeartbeat): Promise<{ serverTime: string }> {
    const at = clock.now()
    await saveHeartbeat(db, { accountId, thumbprint, beat, at })
    return { serverTime: at.toISOString() }
  }
}

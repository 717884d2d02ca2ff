import { isOfficeNetwork } from '../../people/accounts/office-networks.store.ts'
import { findDeviceOwner } from '../../people/sessions/known-devices.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Limiter, TakeResult } from '../../platform/limits/limiter.ts'
import { limits } from '../../platform/limits/limits.ts'
import { hashToken } from '../../platform/token.ts'

export type ShareRequest = { network: string; deviceToken: string | undefined; name: string }

type Needs = { db: Db; clock: Clock; limiter: Limiter }

/**
 * Counts a reset request against its network's share. Many people share an office's address, so a known device has its
 * own share, which strangers there can't use up, and new devices have a larger one together. Repeated requests for one
 * name use up little, or a stranger repeating a name would use up everything. Known and unknown names count alike.
 */
export function createTakeRequestShare({ db, clock, limiter }: Needs) {
  return async function takeRequestShare({ network, deviceToken, name }: ShareRequest): Promise<TakeResult> {
    const ordinary = await limiter.takeOfNetwork('resetRequestsPerNetwork', network)
    if (ordinary.kind === 'taken') return ordinary
    const now = clock.now()
    const owner = deviceToken && (await findDeviceOwner(db, { tokenHash: hashToken(deviceToken), now }))
    if (owner) return limiter.take('resetRequestsOfKnownDevices', owner)
    if (!(await isOfficeNetwork(db, { network, users: limits.officeNetwork.usersWithDevices, now }))) return ordinary
    const ofName = await limiter.take('officeResetRequestsPerName', `${network} ${name}`)
    return ofName.kind === 'refused' ? ofName : limiter.take('officeResetRequests', network)
  }
}

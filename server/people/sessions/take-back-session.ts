import type { Tx } from '../../platform/database/tables.ts'
import { hashToken } from '../../platform/token.ts'
import { forgetDeviceUsedOnce } from './known-devices.store.ts'
import { deleteSessionOfToken } from './sessions.store.ts'

type Begun = { accountId: string; sessionToken: string; deviceToken: string }

/** Ends a session that should not have started, and forgets the device it made known. */
export async function takeBackSession(tx: Tx, { accountId, sessionToken, deviceToken }: Begun): Promise<void> {
  await deleteSessionOfToken(tx, hashToken(sessionToken))
  await forgetDeviceUsedOnce(tx, { accountId, tokenHash: hashToken(deviceToken) })
}

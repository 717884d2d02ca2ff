import type { EndReason } from '../../../shared/contract/end-reasons.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { queueLogouts } from './app-logouts.store.ts'
import { deleteHalfDoneSignInsOf } from './half-done-sign-ins.store.ts'
import { distrustDevices } from './known-devices.store.ts'
import { endRecordsOf } from './provider-records.store.ts'
import { deleteSessionsOf } from './sessions.store.ts'

type SessionsToEnd = {
  accountId: string
  /** The reason that the apps show to the person. */
  because: EndReason
  exceptSessionId?: string
}

/**
 * Ends every browser and app session of an account, finished or half-done, in the caller's transaction, which must have
 * locked the account. Every browser is asked for the second step again.
 * Sessions are ended nowhere else.
 */
export async function endEverySession(
  tx: Tx,
  { accountId, because, exceptSessionId }: SessionsToEnd,
): Promise<{ ended: number }> {
  await queueLogouts(tx, { accountId })
  const browsers = await deleteSessionsOf(tx, {
    accountId,
    ...(exceptSessionId !== undefined && { exceptId: exceptSessionId }),
  })
  await deleteHalfDoneSignInsOf(tx, accountId)
  await distrustDevices(tx, accountId)
  const apps = await endRecordsOf(tx, { accountId, because })
  return { ended: browsers + apps }
}

import type { EndReason } from '../../../shared/contract/end-reasons.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { endRecordsOf } from './provider-records.store.ts'
import { deleteSessionsOf } from './sessions.store.ts'

type Ending = {
  accountId: string
  /** What the apps say to the person. */
  because: EndReason
  exceptSessionId?: string
}

/**
 * Ends everything that a person is signed in with, browsers and apps, in the caller's transaction, which holds the
 * account. Nothing that stands for a sign-in is ended elsewhere.
 */
export async function endEverySession(
  tx: Tx,
  { accountId, because, exceptSessionId }: Ending,
): Promise<{ ended: number }> {
  const browsers = await deleteSessionsOf(tx, {
    accountId,
    ...(exceptSessionId !== undefined && { exceptId: exceptSessionId }),
  })
  const apps = await endRecordsOf(tx, { accountId, because })
  return { ended: browsers + apps }
}

import type { EndReason } from '../../../shared/contract/end-reasons.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { queueLogouts } from './app-logouts.store.ts'
import { endGrant } from './provider-records.store.ts'
import { deleteSession } from './sessions.store.ts'

export type OneEnded = { kind: 'browser' } | { kind: 'app'; clientId: string }

/** Ends one browser or app session of an account, in the caller's transaction, which must have locked the account. */
export async function endOneSession(
  tx: Tx,
  { accountId, id, because }: { accountId: string; id: string; because: EndReason },
): Promise<OneEnded | undefined> {
  if (await deleteSession(tx, { id, accountId })) {
    await queueLogouts(tx, { accountId, sessionId: id })
    return { kind: 'browser' }
  }
  await queueLogouts(tx, { accountId, grantId: id })
  const clientId = await endGrant(tx, { accountId, id, because })
  return clientId === undefined ? undefined : { kind: 'app', clientId }
}

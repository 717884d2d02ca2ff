import type { Tx } from '../database/tables.ts'
import { deleteSessionsOf } from './sessions.store.ts'

/**
 * Ends everything that a person is signed in with, in the caller's transaction. Whatever else comes to hold a sign-in
 * (grants, refresh tokens) is ended here as well, and nowhere else.
 */
export async function endEverySession(
  tx: Tx,
  { accountId, exceptSessionId }: { accountId: string; exceptSessionId?: string },
): Promise<{ ended: number }> {
  const ended = await deleteSessionsOf(tx, {
    accountId,
    ...(exceptSessionId !== undefined && { exceptId: exceptSessionId }),
  })
  return { ended }
}

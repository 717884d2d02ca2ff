import { deleteRecordsOfClient } from '../../people/sessions/provider-records.store.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { ChangedBy } from './add-client.ts'
import { deleteAppClient } from './clients.store.ts'

/** Removes an app and ends every sign-in to it. */
export function createRemoveClient({ db, clock }: { db: Db; clock: Clock }) {
  return async function removeClient({
    id,
    by,
  }: {
    id: string
    by: ChangedBy
  }): Promise<{ kind: 'removed' | 'unknown' }> {
    return db.transaction().execute(async tx => {
      if (!(await deleteAppClient(tx, id))) return { kind: 'unknown' as const }
      await deleteRecordsOfClient(tx, id)
      await recordEvent(tx, { at: clock.now(), action: 'client-removed', ...by, details: { app: id } })
      return { kind: 'removed' as const }
    })
  }
}

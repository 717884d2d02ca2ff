import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { ChangedBy } from './add-client.ts'
import { deleteOldSecrets } from './client-secrets.store.ts'
import { lockAppClient } from './clients.store.ts'

export type OldSecretEnded = { kind: 'ended'; name: string } | { kind: 'no-such-client' } | { kind: 'no-old-secret' }

/** Ends the previous secret of an app immediately. The current one stays. */
export function createEndOldSecret({ db, clock }: { db: Db; clock: Clock }) {
  return async function endOldSecret({ id, by }: { id: string; by: ChangedBy }): Promise<OldSecretEnded> {
    return db.transaction().execute(async tx => {
      const client = await lockAppClient(tx, id)
      if (!client) return { kind: 'no-such-client' as const }
      if ((await deleteOldSecrets(tx, id)) === 0) return { kind: 'no-old-secret' as const }
      await recordEvent(tx, { at: clock.now(), action: 'client-secret-ended', ...by, details: { app: id } })
      return { kind: 'ended' as const, name: client.name }
    })
  }
}

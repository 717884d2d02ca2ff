import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Actor, Db } from '../../platform/database/tables.ts'
import { type AppClient, insertAppClient } from './clients.store.ts'
import { ownAppId } from './find-client.ts'

export type ChangedBy = { actor: Actor; actorAccountId?: string | null; network?: string; device?: string }

export type ClientAdded = { kind: 'added' } | { kind: 'id-taken' }

/** Connects an app that users of some types can sign in to. */
export function createAddClient({ db, clock }: { db: Db; clock: Clock }) {
  return async function addClient({ client, by }: { client: AppClient; by: ChangedBy }): Promise<ClientAdded> {
    if (client.id === ownAppId) return { kind: 'id-taken' }
    return db.transaction().execute(async tx => {
      const at = clock.now()
      if (!(await insertAppClient(tx, client, at))) return { kind: 'id-taken' as const }
      await recordEvent(tx, { at, action: 'client-added', ...by, details: { app: client.id } })
      return { kind: 'added' as const }
    })
  }
}

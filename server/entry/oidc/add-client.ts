import type { NewClient } from '../../../shared/contract/clients.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Actor, Db } from '../../platform/database/tables.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { saveNewSecret } from './client-secret.ts'
import { type AppClient, insertAppClient } from './clients.store.ts'
import { ownAppId } from './find-client.ts'

export type ChangedBy = { actor: Actor; actorAccountId?: string | null; network?: string; device?: string }

/** `secret` is shown once. Only apps that prove themselves by one have it. */
export type ClientAdded = { kind: 'added'; secret?: string } | { kind: 'id-taken' }

const toApp = ({
  kind = 'public',
  jwks = null,
  jwksUri = null,
  logoutUri = null,
  ...client
}: NewClient): AppClient => ({
  ...client,
  kind,
  jwks,
  jwksUri,
  logoutUri,
})

type Needs = { db: Db; clock: Clock; secrets: Secrets }

/** Connects an app that users of some types can sign in to. */
export function createAddClient({ db, clock, secrets }: Needs) {
  return async function addClient({ client, by }: { client: NewClient; by: ChangedBy }): Promise<ClientAdded> {
    if (client.id === ownAppId) return { kind: 'id-taken' }
    return db.transaction().execute(async tx => {
      const at = clock.now()
      const app = toApp(client)
      if (!(await insertAppClient(tx, app, at))) return { kind: 'id-taken' as const }
      await recordEvent(tx, { at, action: 'client-added', ...by, details: { app: client.id } })
      if (app.kind !== 'secret') return { kind: 'added' as const }
      return { kind: 'added' as const, secret: await saveNewSecret(tx, { secrets, clientId: client.id, at }) }
    })
  }
}

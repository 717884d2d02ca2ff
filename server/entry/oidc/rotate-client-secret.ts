import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { limits } from '../../platform/limits/limits.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import type { ChangedBy } from './add-client.ts'
import { saveNewSecret } from './client-secret.ts'
import { deleteOldSecrets, setEndOfCurrent } from './client-secrets.store.ts'
import { lockAppClient } from './clients.store.ts'

export type SecretRotated =
  | { kind: 'rotated'; name: string; secret: string; oldEndsAt: Date }
  | { kind: 'no-such-client' }
  | { kind: 'no-secret' }

type Needs = { db: Db; clock: Clock; secrets: Secrets }

/** Makes a new secret. The previous one works for seven more days, so that the app can change without a gap. */
export function createRotateClientSecret({ db, clock, secrets }: Needs) {
  return async function rotateClientSecret({ id, by }: { id: string; by: ChangedBy }): Promise<SecretRotated> {
    return db.transaction().execute(async tx => {
      const client = await lockAppClient(tx, id)
      if (!client) return { kind: 'no-such-client' as const }
      if (client.kind !== 'secret') return { kind: 'no-secret' as const }
      const at = clock.now()
      const oldEndsAt = new Date(at.getTime() + limits.apps.oldSecretSeconds * 1000)
      await deleteOldSecrets(tx, id)
      await setEndOfCurrent(tx, { clientId: id, endsAt: oldEndsAt })
      const secret = await saveNewSecret(tx, { secrets, clientId: id, at })
      await recordEvent(tx, { at, action: 'client-secret-rotated', ...by, details: { app: id } })
      return { kind: 'rotated' as const, name: client.name, secret, oldEndsAt }
    })
  }
}

import { timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { makeToken } from '../../platform/token.ts'
import { insertSecret, listLiveHashes } from './client-secrets.store.ts'

const purpose = 'app secret'

type NewSecret = { secrets: Secrets; clientId: string; at: Date }

/** Makes a secret of 256 bits and keeps its keyed hash. The answer is the only place where it can be read. */
export async function saveNewSecret(tx: Tx, { secrets, clientId, at }: NewSecret): Promise<string> {
  const secret = makeToken()
  const { keyId, mac: hash } = secrets.hmac(purpose, clientId, secret)
  await insertSecret(tx, { clientId, keyId, hash, at })
  return secret
}

/** Compares a secret with the current one of the app and, during a rotation, with the previous one. */
export function createCheckClientSecret({ db, clock, secrets }: { db: Db; clock: Clock; secrets: Secrets }) {
  return async function checkClientSecret(clientId: string, secret: string): Promise<boolean> {
    const live = await listLiveHashes(db, { clientId, now: clock.now() })
    return live
      .map(({ keyId, hash }) => {
        const mac = secrets.hmacWith(keyId, purpose, clientId, secret)
        return mac !== undefined && timingSafeEqual(mac, hash)
      })
      .includes(true)
  }
}

export type CheckClientSecret = ReturnType<typeof createCheckClientSecret>

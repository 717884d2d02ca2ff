import { type Adapter, type AdapterPayload, errors } from 'oidc-provider'
import { isStorable } from '../../../shared/contract/text.ts'
import {
  deleteRecord,
  deleteRecordsOfGrant,
  findRecord,
  type ProviderRecord,
  saveNewRecord,
  saveRecord,
  saveTokenOf,
  useRecord,
} from '../../people/sessions/provider-records.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { hashToken } from '../../platform/token.ts'
import { metadataOf } from './client-metadata.ts'
import type { FindClient } from './find-client.ts'

type Needs = { db: Db; relaxedDb: Db; clock: Clock; issuer: string; findClient: FindClient }
type StoredKind = Pick<Adapter, 'find' | 'upsert'> & Partial<Adapter>

/** Storage of the OpenID Connect provider, by kind of record. */
export function createAdapter(needs: Needs) {
  return (kind: string): Adapter => ({ ...nothing, ...keptAs(kind, needs) })
}

const nothing: Adapter = {
  upsert: async () => {},
  find: async () => undefined,
  findByUserCode: async () => undefined,
  findByUid: async () => undefined,
  consume: async () => {},
  destroy: async () => {},
  revokeByGrantId: async () => {},
}

function keptAs(kind: string, needs: Needs): StoredKind {
  switch (kind) {
    // Our own session says who is signed in: a second one would outlive it.
    case 'Session':
      return nothing
    case 'Client':
      return clients(needs)
    case 'ReplayDetection':
      return proofs(needs)
    default:
      return records(kind, needs)
  }
}

function clients({ findClient }: Needs): StoredKind {
  return {
    ...nothing,
    find: async id => {
      const client = await findClient(id)
      return client && metadataOf(client)
    },
  }
}

/**
 * Each proof of DPoP and each assertion of an app is accepted once across all servers: the unique row decides, because a check before the insert would race.
 */
function proofs({ relaxedDb, clock, findClient }: Needs): StoredKind {
  return {
    ...nothing,
    upsert: async (id, payload, expiresIn = 0) => {
      const record = recordOf('ReplayDetection', { id, payload, expiresAt: after(clock, expiresIn) })
      if (await saveNewRecord(relaxedDb, record)) return
      const client = await findClient(String(payload.iss))
      if (client?.kind === 'key') throw new errors.InvalidClient('the assertion was used before')
      throw new errors.InvalidDpopProof('the proof was used before')
    },
  }
}

function records(kind: string, { db, clock, issuer }: Needs): StoredKind {
  const keyOf = (id: string) => ({ kind, idHash: hashToken(id) })
  return {
    upsert: async (id, payload, expiresIn = 0) => {
      const record = recordOf(kind, { id, payload, expiresAt: after(clock, expiresIn) })
      if (record.grantId === null) return saveRecord(db, record)
      const grant = { kind: 'Grant', idHash: hashToken(record.grantId) }
      const isSaved = await db.transaction().execute(tx => saveTokenOf(tx, grant, record))
      if (!isSaved) throw new errors.InvalidGrant('the sign-in has ended')
    },
    find: async id => {
      const found = await findRecord(db, { ...keyOf(id), now: clock.now() })
      if (!found || found.endedBecause !== null) return undefined
      return {
        ...found.payload,
        jti: id,
        ...(kind === 'Interaction' && { returnTo: `${issuer}/auth/${id}` }),
        ...(found.usedAt && { consumed: Math.floor(found.usedAt.getTime() / 1000) }),
      }
    },
    consume: async id => {
      const isFirst = await useRecord(db, { ...keyOf(id), at: clock.now() })
      if (!isFirst) throw new errors.InvalidGrant('it was used before')
    },
    destroy: id => deleteRecord(db, keyOf(id)),
    revokeByGrantId: grantId => deleteRecordsOfGrant(db, { kind, grantId }),
  }
}

function after(clock: Clock, seconds: number): Date {
  return new Date(clock.now().getTime() + seconds * 1000)
}

type ToKeep = { id: string; payload: AdapterPayload; expiresAt: Date }

/** The id is the holder's secret: it is hashed, and removed where the payload repeats it. */
function recordOf(kind: string, { id, payload, expiresAt }: ToKeep): ProviderRecord {
  const { jti: _id, returnTo: _address, ...kept } = payload
  // The provider parses its own forms, which bypasses the guard of all other routes (http/storable-guard.ts).
  if (!isAllStorable(kept)) throw new errors.InvalidRequest('a parameter contains a character that cannot be stored')
  const { accountId = payload.result?.login?.accountId ?? null, grantId } = payload
  return {
    kind,
    idHash: hashToken(id),
    payload: kept,
    accountId,
    // An interaction refers to a grant it may lead to. Only records issued under a grant end with it.
    grantId: kind === 'Interaction' ? null : (grantId ?? null),
    expiresAt,
  }
}

function isAllStorable(kept: object): boolean {
  let isFine = true
  JSON.stringify(kept, (key, value) => {
    isFine &&= isStorable(key) && (typeof value !== 'string' || isStorable(value))
    return value
  })
  return isFine
}

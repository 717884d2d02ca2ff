import type { AppPerson } from '../../shared/contract/app.ts'
import { type EndReason, endReasons } from '../../shared/contract/end-reasons.ts'
import { type DeviceDb, keepValue, readValue } from '../device/device-db.ts'
import { createStore, type Store } from '../device/store.ts'

export type Person = AppPerson

export type Session =
  | { kind: 'starting' }
  | { kind: 'signed-out'; lastUsername: string | null }
  | { kind: 'signed-in'; person: Person }
  | { kind: 'ended'; person: Person; reason: EndReason }

/** The id shows whether two reads return the same key pair: keys themselves can't be compared. */
export type DeviceKeys = { id: string; pair: CryptoKeyPair }

export type Tokens = { accessToken: string; refreshToken: string; expiresAt: number }

/** All data of a sign-in in one row, so that it changes atomically. */
export type SessionRecord = {
  person: Person | null
  tokens: Tokens | null
  keys: DeviceKeys | null
  endReason: EndReason | null
  lastUsername: string | null
  lastContactAt: number | null
  /** The server's time minus the device's. */
  clockDifferenceMs: number
}

const nobody: SessionRecord = {
  person: null,
  tokens: null,
  keys: null,
  endReason: null,
  lastUsername: null,
  lastContactAt: null,
  clockDifferenceMs: 0,
}

export function readEndReason(word: unknown): EndReason | undefined {
  return endReasons.find(reason => reason === word)
}

export type SessionStore = ReturnType<typeof createSessionStore>

/** The current or last user, and why the session ended. It survives a reload. Orders never depend on it. */
export function createSessionStore({ db }: { db: DeviceDb }) {
  const state = createStore<Session>({ kind: 'starting' })
  let record = nobody
  const show = (next: SessionRecord) => {
    record = next
    state.set(sessionOf(next))
  }
  return {
    state: state as Store<Session>,
    record: () => record,
    load: async () => show((await readValue<SessionRecord>(db, 'session')) ?? nobody),
    /** Reads, changes and writes the record in one transaction, because another tab may have changed it. */
    change: async (changed: Partial<SessionRecord>): Promise<void> => {
      const changedRecord = db.transaction('rw', db.values, async () => {
        const current = (await readValue<SessionRecord>(db, 'session')) ?? nobody
        const next = { ...current, ...changed }
        await keepValue(db, 'session', next)
        return next
      })
      show(await changedRecord)
    },
  }
}

function sessionOf({ person, tokens, endReason, lastUsername }: SessionRecord): Session {
  if (person && tokens) return { kind: 'signed-in', person }
  if (person && endReason) return { kind: 'ended', person, reason: endReason }
  return { kind: 'signed-out', lastUsername }
}

import { liveQuery } from 'dexie'
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
  /** After a sign-out, unsent items are still recognised as those of this user. */
  lastAccountId: string | null
  lastContactAt: number | null
  /** The server's time minus the device's. */
  clockDifferenceMs: number
  /** Counts the changes, by which an old read is recognised. */
  revision: number
}

const nobody: SessionRecord = {
  person: null,
  tokens: null,
  keys: null,
  endReason: null,
  lastUsername: null,
  lastAccountId: null,
  lastContactAt: null,
  clockDifferenceMs: 0,
  revision: 0,
}

export function readEndReason(word: unknown): EndReason | undefined {
  return endReasons.find(reason => reason === word)
}

export type SessionStore = ReturnType<typeof createSessionStore>

/** The current or last user, and why the session ended. It survives a reload. Orders never depend on it. */
export function createSessionStore({ db }: { db: DeviceDb }) {
  const state = createStore<Session>({ kind: 'starting' })
  let record = nobody
  const read = async (): Promise<SessionRecord> => ({ ...nobody, ...(await readValue<SessionRecord>(db, 'session')) })
  /** Reads may end in another order than the changes they show. */
  const show = (next: SessionRecord) => {
    if (next.revision < record.revision) return
    record = next
    state.set(sessionOf(next))
  }
  return {
    state: state as Store<Session>,
    record: () => record,
    load: async () => show(await read()),
    /** Follows the changes of other tabs: another person may sign in there. */
    follow: () => liveQuery(read).subscribe(show),
    /** Stores what the office changed since the sign-in, unless another tab has signed this person out meanwhile. */
    renew: async (person: Person): Promise<void> => {
      const renewed = db.transaction('rw', db.values, async () => {
        const current = await read()
        const { person: known, tokens } = current
        if (known?.accountId !== person.accountId || !tokens || isSame(known, person)) return undefined
        const next = { ...current, person, revision: current.revision + 1 }
        await keepValue(db, 'session', next)
        return next
      })
      const next = await renewed
      if (next) show(next)
    },
    /** Reads, changes and writes the record in one transaction, because another tab may have changed it. */
    change: async (changed: Partial<Omit<SessionRecord, 'revision'>>): Promise<void> => {
      const changedRecord = db.transaction('rw', db.values, async () => {
        const current = await read()
        const next = { ...current, ...changed, revision: current.revision + 1 }
        await keepValue(db, 'session', next)
        return next
      })
      show(await changedRecord)
    },
  }
}

/** The time of the answer is no news. */
const isSame = (one: Person, other: Person): boolean =>
  JSON.stringify({ ...one, serverTime: '' }) === JSON.stringify({ ...other, serverTime: '' })

function sessionOf({ person, tokens, endReason, lastUsername }: SessionRecord): Session {
  if (person && tokens) return { kind: 'signed-in', person }
  if (person && endReason) return { kind: 'ended', person, reason: endReason }
  return { kind: 'signed-out', lastUsername }
}

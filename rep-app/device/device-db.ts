import { Dexie, type Table } from 'dexie'
import { reopenWhenLost } from './reopen-when-lost.ts'

export type SyncEvent = { id?: number; at: number; what: string; code: string | null }

/** The state of the app: the session, the name of the device and recent events. It contains no orders. */
export type DeviceDb = Dexie & {
  values: Table<{ name: string; value: unknown }, string>
  events: Table<SyncEvent, number>
}

const KEPT_EVENTS = 200

export function openDeviceDb(name = 'device'): DeviceDb {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' })
  db.version(1).stores({ values: 'name', events: '++id' })
  return reopenWhenLost(db) as DeviceDb
}

export async function readValue<Value>(db: DeviceDb, name: string): Promise<Value | undefined> {
  const row = await db.values.get(name)
  return row?.value as Value | undefined
}

export async function keepValue(db: DeviceDb, name: string, value: unknown): Promise<void> {
  await db.values.put({ name, value })
}

/** The id of this device, made once. */
export async function getDeviceId(db: DeviceDb): Promise<string> {
  const known = await readValue<string>(db, 'deviceId')
  if (known !== undefined) return known
  // Two tabs may get here concurrently: the first id is kept.
  await db.values.add({ name: 'deviceId', value: crypto.randomUUID() }).catch(() => undefined)
  const id = await readValue<string>(db, 'deviceId')
  if (id === undefined) throw new Error('The device ID could not be stored')
  return id
}

export async function recordEvent(db: DeviceDb, event: SyncEvent): Promise<void> {
  const id = await db.events.add(event)
  await db.events
    .where('id')
    .belowOrEqual(id - KEPT_EVENTS)
    .delete()
}

/** The newest first. */
export const listEvents = (db: DeviceDb): Promise<SyncEvent[]> => db.events.reverse().toArray()

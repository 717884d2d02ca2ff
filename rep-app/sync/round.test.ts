import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { openCache } from '../device/cache.ts'
import { openDeviceDb } from '../device/device-db.ts'
import { createOutbox } from '../device/outbox.ts'
import type { CallApi } from '../session/call-api.ts'
import { createSessionStore, type Person } from '../session/session.ts'
import { createRound } from './round.ts'

const person = { accountId: 'riley', timeZone: 'UTC' } as Person
const tokens = { accessToken: 'a', refreshToken: 'r', expiresAt: 1 }

async function createDevice(name: string, callApi: CallApi) {
  const clock = { now: () => 1 }
  const session = createSessionStore({ db: openDeviceDb(name) })
  await session.change({ person, tokens })
  const outbox = createOutbox({ clock, name: `${name} outbox` })
  const round = createRound({
    cache: openCache(`${name} cache`),
    outbox,
    session,
    callApi,
    handIn: async () => {},
    clock,
    device: { id: 'd', name: 'Tablet' },
    onWork: () => {},
  })
  return { session, outbox, round }
}

it('learns in every round what the office changed since the sign-in, such as the time zone of prices', async () => {
  const callApi = async (path: string) => {
    if (path === '/me') return { kind: 'answer', body: { ...person, timeZone: 'Europe/London' } }
    if (path === '/heartbeat') return { kind: 'answer', body: {} }
    return { kind: 'answer', body: { rows: [], removed: [], cursor: 'c', isComplete: true, total: 0 } }
  }
  const { session, round } = await createDevice('round', callApi as CallApi)
  expect(await round()).toBe('complete')
  expect(session.record().person?.timeZone).toBe('Europe/London')
})

it('marks no item as tried without a connection, so the rep can still change it', async () => {
  const { outbox, round } = await createDevice('round offline', async () => ({ kind: 'no-connection' }))
  const payload = { retailerId: 'r', lines: [], note: '' }
  const capturedAt = '2026-05-04T08:00:00.000Z'
  const id = await outbox.save({ accountId: 'riley', type: 'order', payload, capturedAt })
  expect(await round()).toBe('no-connection')
  expect(await outbox.db.rows.get(id)).toMatchObject({ status: 'pending', attempts: 0 })
})

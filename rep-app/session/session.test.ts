import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { waitFor } from '../../tests/support/waiting/wait-for.ts'
import { openDeviceDb } from '../device/device-db.ts'
import { createSessionStore, type Person } from './session.ts'

const [riley, nina] = [{ accountId: 'riley' } as Person, { accountId: 'nina' } as Person]
const tokens = { accessToken: 'a', refreshToken: 'r', expiresAt: 1 }

it('follows a sign-in in another tab, and never goes back to an older state', async () => {
  const [here, there] = [0, 1].map(() => createSessionStore({ db: openDeviceDb('session-tabs') }))
  if (!here || !there) throw new Error('No tabs')
  await here.change({ person: riley, tokens })
  const followed = here.follow()
  await there.change({ person: nina, tokens })
  await waitFor(() => expect(here.state.get()).toMatchObject({ kind: 'signed-in', person: { accountId: 'nina' } }))
  followed.unsubscribe()

  const seen: unknown[] = []
  here.state.subscribe(() => seen.push(here.record().person?.accountId))
  const reading = here.load()
  await Promise.all([here.change({ person: riley }), reading])
  expect(here.record().person).toEqual(riley)
  expect(seen.at(-1)).toBe('riley')
})

it('keeps what the office changed since the sign-in, but brings back no one who signed out meanwhile', async () => {
  const session = createSessionStore({ db: openDeviceDb('session-renewed') })
  const person = { ...riley, timeZone: 'UTC', serverTime: '1' }
  await session.change({ person, tokens })
  await session.renew({ ...person, timeZone: 'Europe/London', serverTime: '2' })
  expect(session.record().person?.timeZone).toBe('Europe/London')
  const { revision } = session.record()
  await session.renew({ ...person, timeZone: 'Europe/London', serverTime: '3' })
  expect(session.record().revision).toBe(revision)

  await session.renew({ ...nina, timeZone: 'UTC' } as Person)
  expect(session.record().person?.accountId).toBe('riley')
  await session.change({ person: null, tokens: null })
  await session.renew(person)
  expect(session.record().person).toBeNull()
})

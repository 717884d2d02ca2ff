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

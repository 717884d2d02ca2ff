import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { openDeviceDb } from '../device/device-db.ts'
import { createStore } from '../device/store.ts'
import { createSessionStore, type Person } from '../session/session.ts'
import { createStatusKeeper } from './status-keeper.ts'

const personOf = (accountId: string) => ({ accountId, username: accountId, hiddenAfterDays: 30 }) as Person
const tokens = { accessToken: 'a', refreshToken: 'r', expiresAt: 0 }
const collections = [
  { collection: 'retailers', have: 1, total: 1, isComplete: true, changedAt: 1, checkpoint: null },
] as unknown as Parameters<ReturnType<typeof createStatusKeeper>['learn']>[0]['collections'] & object

it('says nothing about the syncs of the person who was signed in before', async () => {
  const session = createSessionStore({ db: openDeviceDb('status-keeper') })
  const keeper = createStatusKeeper({
    session,
    clock: { now: () => 5000 },
    isNewVersionReady: createStore(false),
    before: { unsent: [], lastComplete: { accountId: 'riley', at: 1000 } },
  })
  await session.change({ person: personOf('riley'), tokens })
  keeper.learn({ collections, lastTry: { accountId: 'riley', at: 1000, result: 'complete' } })
  expect(keeper.status.get()).toMatchObject({ lastCompleteAt: 1000, isConfirmed: true, header: { kind: 'all-sent' } })

  await session.change({ person: null, tokens: null, lastAccountId: 'riley' })
  keeper.learn({})
  expect(keeper.status.get()).toMatchObject({ lastCompleteAt: 1000, lastTry: null })

  await session.change({ person: personOf('casey'), tokens, lastAccountId: 'casey' })
  keeper.learn({})
  expect(keeper.status.get()).toMatchObject({
    lastCompleteAt: null,
    lastTry: null,
    isConfirmed: false,
    header: { kind: 'nothing-waiting' },
  })
})

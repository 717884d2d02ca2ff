import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { createVisitMemory, retailerOfVisit } from './current-visit.ts'
import { openDeviceDb } from './device-db.ts'

const now = Date.parse('2026-05-04T10:30:00Z')
const minutes = (count: number) => now + count * 60_000
const visitAt = (retailerId: string, minute: number) => ({ retailerId, at: new Date(minutes(minute)).toISOString() })

it.each([
  [
    'the retailer whose page was opened last',
    { retailerId: 'opened', at: minutes(-30) },
    [visitAt('planned', -5)],
    'opened',
  ],
  [
    'the planned visit that began last',
    undefined,
    [visitAt('late', -20), visitAt('first', -90), visitAt('next', 60)],
    'late',
  ],
  ['the next visit, if the rep is a little early', undefined, [visitAt('before', -90), visitAt('next', 15)], 'next'],
  [
    'the planned visit, if a page was opened hours ago',
    { retailerId: 'old', at: minutes(-180) },
    [visitAt('planned', -5)],
    'planned',
  ],
  [
    'no one, if all visits are long ago or to come',
    undefined,
    [visitAt('morning', -125), visitAt('evening', 300)],
    undefined,
  ],
] as const)('the current visit is %s', (_what, opened, visits, retailerId) => {
  expect(retailerOfVisit({ now, opened, visits })).toBe(retailerId)
})

it('the opened retailer is remembered on the device, for the same rep alone', async () => {
  const db = openDeviceDb('current-visit')
  let accountId: string | undefined = 'riley'
  const memory = createVisitMemory({ db, accountId: () => accountId, now: () => now })
  await memory.begin('shop')
  expect(await memory.readOpened()).toMatchObject({ retailerId: 'shop', at: now })
  accountId = 'casey'
  expect(await memory.readOpened()).toBeUndefined()
  accountId = undefined
  await memory.begin('other')
  accountId = 'riley'
  expect(await memory.readOpened()).toMatchObject({ retailerId: 'shop' })
})

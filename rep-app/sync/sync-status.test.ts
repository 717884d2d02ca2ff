import { expect, it } from 'vitest'
import type { OutboxItem } from '../device/outbox-db.ts'
import { countUnsent } from './sync-status.ts'
import { waitAfter } from './wait-after.ts'

const item = (accountId: string, status: OutboxItem['status'] = 'pending'): OutboxItem => ({
  ...{ id: crypto.randomUUID(), accountId, type: 'order', status, attempts: 0, lastError: null, schemaVersion: 1 },
  ...{ createdAt: 5, capturedAt: '', sentAt: null, number: null },
})

it('counts the items of the user who signed out apart from those of another user', () => {
  const items = [item('a'), item('a', 'attention'), item('b')]
  expect(countUnsent(items, { accountId: 'a', lastAccountId: 'a' })).toMatchObject({
    ...{ waiting: { orders: 1 }, attention: 1, ofOthers: 1, ofLastUser: 0 },
  })
  const signedOut = countUnsent(items, { accountId: undefined, lastAccountId: 'a' })
  expect(signedOut).toMatchObject({ waiting: { orders: 0 }, attention: 0, ofOthers: 1, ofLastUser: 2 })
  expect(countUnsent(items, { accountId: undefined })).toMatchObject({ ofOthers: 3, ofLastUser: 0 })
})

it('retries soon, then less often, and never by itself after the session ended', () => {
  expect([1, 2, 3, 20].map(failures => waitAfter('no-connection', failures))).toEqual([5000, 10_000, 20_000, 300_000])
  expect(waitAfter('complete', 0)).toBe(300_000)
  expect(waitAfter('session-ended', 1)).toBeUndefined()
})

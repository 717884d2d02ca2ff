import { expect, test } from 'vitest'
import { daysOf } from './price-fields.ts'

test('the days of a price are in words, and open ends are left out', () => {
  expect(daysOf({ validFrom: null, validUntil: null })).toBe('Always')
  expect(daysOf({ validFrom: '2026-05-03', validUntil: null })).toBe('From 3 May 2026')
  expect(daysOf({ validFrom: null, validUntil: '2026-05-31' })).toBe('Until 31 May 2026')
  expect(daysOf({ validFrom: '2026-05-03', validUntil: '2026-05-31' })).toBe('3 May 2026 to 31 May 2026')
})

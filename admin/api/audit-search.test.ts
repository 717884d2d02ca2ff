import { expect, test } from 'vitest'
import { readAuditSearch, toAuditFilter } from './audit-search.ts'

test('ignores every parameter of the audit that makes no sense', () => {
  const raw = { person: 'riley', actor: 'king', action: 'x', firstDay: 'May', lastDay: '2026-13-77x', before: 7 }
  expect(readAuditSearch(raw)).toEqual({})
})

test('reads the filters of the audit from the address', () => {
  const person = '0192f0c1-0000-7000-8000-00000000000a'
  const search = { person, actor: 'system', action: 'signed-in', firstDay: '2026-03-29', before: person } as const
  expect(readAuditSearch({ ...search, more: 1 })).toEqual(search)
})

test('includes the complete last day, also when the clocks change on it', () => {
  const { from, until } = toAuditFilter({ firstDay: '2026-03-29', lastDay: '2026-03-29' })
  const [start, end] = [new Date(from ?? ''), new Date(until ?? '')]
  expect([start.getFullYear(), start.getMonth(), start.getDate(), start.getHours()]).toEqual([2026, 2, 29, 0])
  expect([end.getDate(), end.getHours(), end.getMinutes()]).toEqual([30, 0, 0])
})

import { describe, expect, it } from 'vitest'
import {
  cancelledStatus,
  firstStatus,
  isCancellable,
  mayFollow,
  orderKinds,
  orderStatuses,
  quoteStatuses,
} from './order-status.ts'

const all = [...orderStatuses, ...quoteStatuses]

/** Each row is a status, and each x is a status that may follow it. */
const table = `
              received on-hold confirmed shipped invoiced cancelled open ordered lapsed withdrawn
  received        .       x        x        x       x         x      .      .       .       .
  on-hold         x       .        x        x       x         x      .      .       .       .
  confirmed       .       x        .        x       x         x      .      .       .       .
  shipped         .       .        .        .       x         .      .      .       .       .
  invoiced        .       .        .        .       .         .      .      .       .       .
  cancelled       .       .        .        .       .         .      .      .       .       .
  open            .       .        .        .       .         .      .      x       x       x
  ordered         .       .        .        .       .         .      .      .       .       .
  lapsed          .       .        .        .       .         .      .      x       .       .
  withdrawn       .       .        .        .       .         .      .      .       .       .`

describe('the status of an order', () => {
  const [heading = '', ...rows] = table.trim().split('\n')
  const columns = heading.trim().split(/\s+/)
  const expected = rows.map(row => row.trim().split(/\s+/))

  it('is followed by exactly these, for all pairs', () => {
    expect(columns).toEqual(all)
    expect(expected.map(([from]) => from)).toEqual(all)
    for (const [from, ...marks] of expected) {
      const found = all.filter(to => mayFollow(from as (typeof all)[number], to))
      expect(found, from).toEqual(all.filter((_, place) => marks[place] === 'x'))
    }
  })

  it('never leaves the statuses of its kind', () => {
    const isForQuote = (status: string) => quoteStatuses.some(one => one === status)
    for (const from of all) for (const to of all) if (mayFollow(from, to)) expect(isForQuote(to)).toBe(isForQuote(from))
  })

  it('can end early where the person who ordered may cancel', () => {
    for (const kind of orderKinds) expect(mayFollow(firstStatus(kind), cancelledStatus(kind))).toBe(true)
    expect(all.filter(isCancellable)).toEqual(['received', 'open'])
  })
})

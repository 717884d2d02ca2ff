import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { totalsOf } from './totals-of.ts'

const line = fc.record({
  quantity: fc.integer({ min: 1, max: 100_000 }),
  priceCents: fc.integer({ min: 0, max: 100_000 }),
  taxBasisPoints: fc.constantFrom(0, 500, 700, 1900, 2000),
})

describe('totalsOf', () => {
  it('rounds the tax of each rate once, half up', () => {
    const lines = [
      { quantity: 3, priceCents: 5, taxBasisPoints: 1000 },
      { quantity: 1, priceCents: 100, taxBasisPoints: 0 },
      { quantity: 7, priceCents: 5, taxBasisPoints: 1000 },
    ]
    expect(totalsOf(lines)).toEqual({
      netCents: 150,
      taxes: [
        { basisPoints: 0, netCents: 100, taxCents: 0 },
        { basisPoints: 1000, netCents: 50, taxCents: 5 },
      ],
      taxCents: 5,
      grossCents: 155,
    })
    expect(totalsOf([{ quantity: 1, priceCents: 15, taxBasisPoints: 1000 }]).taxCents).toBe(2)
  })

  it('adds up, whatever the sequence of the lines', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), lines => {
        const totals = totalsOf(lines)
        expect(totals.netCents).toBe(lines.reduce((sum, { quantity, priceCents }) => sum + quantity * priceCents, 0))
        expect(totals.grossCents).toBe(totals.netCents + totals.taxCents)
        expect(totalsOf(lines.toReversed())).toEqual(totals)
      }),
    )
  })

  it('has no tax and no total without lines', () => {
    expect(totalsOf([])).toEqual({ netCents: 0, taxes: [], taxCents: 0, grossCents: 0 })
  })
})

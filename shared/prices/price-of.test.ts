import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTimeZone } from '../contract/time-zone.ts'
import { dayIn } from './day-in.ts'
import { type PriceRow, type PriceSources, priceBreaks, priceOf } from './price-of.ts'

const row = (priceCents: number, more: Partial<PriceRow> = {}): PriceRow => ({
  priceCents,
  minimumQuantity: 1,
  validFrom: null,
  validUntil: null,
  ...more,
})
const sources = (more: Partial<PriceSources> = {}): PriceSources => ({
  retailerPrices: [],
  listPrices: [],
  basePriceCents: 500,
  ...more,
})

const day = fc
  .integer({ min: 0, max: 60 })
  .map(days => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10))
const openDay = fc.option(day, { nil: null })
const anyRow = fc.record({
  priceCents: fc.integer({ min: 0, max: 100_000 }),
  minimumQuantity: fc.integer({ min: 1, max: 50 }),
  validFrom: openDay,
  validUntil: openDay,
})
const anySources = fc.record({
  retailerPrices: fc.array(anyRow, { maxLength: 6 }),
  listPrices: fc.array(anyRow, { maxLength: 6 }),
  basePriceCents: fc.integer({ min: 0, max: 100_000 }),
})
const anyQuestion = fc.record({ quantity: fc.integer({ min: 1, max: 100 }), day })

describe('priceOf', () => {
  it('prefers the retailer price to the price list, and the price list to the base price', () => {
    const question = { quantity: 1, day: '2026-05-04' }
    expect(priceOf(sources(), question)).toMatchObject({ priceCents: 500, source: 'base' })
    expect(priceOf(sources({ listPrices: [row(450)] }), question)).toMatchObject({ priceCents: 450, source: 'list' })
    const both = sources({ listPrices: [row(450)], retailerPrices: [row(480)] })
    expect(priceOf(both, question)).toMatchObject({ priceCents: 480, source: 'retailer' })
  })

  it('applies the row with the largest minimum quantity that the quantity reaches', () => {
    const offer = sources({
      listPrices: [row(450), row(400, { minimumQuantity: 10 }), row(380, { minimumQuantity: 50 })],
    })
    const at = (quantity: number) => priceOf(offer, { quantity, day: '2026-05-04' }).priceCents
    expect([1, 9, 10, 49, 50, 1000].map(at)).toEqual([450, 450, 400, 400, 380, 380])
  })

  it('falls back to the next source below the smallest minimum quantity', () => {
    const offer = sources({ retailerPrices: [row(300, { minimumQuantity: 10 })], listPrices: [row(450)] })
    expect(priceOf(offer, { quantity: 9, day: '2026-05-04' })).toMatchObject({ priceCents: 450, source: 'list' })
  })

  it('gives the same price whatever the order of the rows', () => {
    fc.assert(
      fc.property(anySources, anyQuestion, (offer, question) => {
        const turned = {
          ...offer,
          retailerPrices: [...offer.retailerPrices].reverse(),
          listPrices: [...offer.listPrices].reverse(),
        }
        expect(priceOf(turned, question)).toEqual(priceOf(offer, question))
      }),
    )
  })

  it('never charges more per unit for a larger quantity where breaks fall', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 6 }), anyQuestion, (steps, question) => {
        const listPrices = steps.map(step => row(1000 - step, { minimumQuantity: step }))
        const offer = sources({ listPrices, basePriceCents: 1000 })
        const one = priceOf(offer, question).priceCents
        expect(priceOf(offer, { ...question, quantity: question.quantity + 1 }).priceCents).toBeLessThanOrEqual(one)
      }),
    )
  })

  it('applies a price with dates on exactly those days', () => {
    fc.assert(
      fc.property(anyRow, anyQuestion, (only, question) => {
        const { priceCents, source } = priceOf(sources({ retailerPrices: [only] }), question)
        const isDue =
          (only.validFrom ?? '0000') <= question.day &&
          question.day <= (only.validUntil ?? '9999') &&
          question.quantity >= only.minimumQuantity
        expect({ priceCents, source }).toEqual(
          isDue ? { priceCents: only.priceCents, source: 'retailer' } : { priceCents: 500, source: 'base' },
        )
      }),
    )
  })

  it('lists every quantity at which the price changes, and no other', () => {
    fc.assert(
      fc.property(anySources, anyQuestion, (offer, { quantity, day }) => {
        const step = priceBreaks(offer, day).findLast(({ minimumQuantity }) => minimumQuantity <= quantity)
        expect(step?.priceCents).toBe(priceOf(offer, { quantity, day }).priceCents)
      }),
    )
    const equal = sources({ listPrices: [row(500), row(500, { minimumQuantity: 5 })] })
    expect(priceBreaks(equal, '2026-05-04')).toHaveLength(1)
  })
})

describe('dayIn', () => {
  it('changes the day at midnight of the time zone, in summer and in winter', () => {
    expect(dayIn('Europe/London', new Date('2026-06-30T22:59:59Z'))).toBe('2026-06-30')
    expect(dayIn('Europe/London', new Date('2026-06-30T23:00:00Z'))).toBe('2026-07-01')
    expect(dayIn('Europe/London', new Date('2026-12-31T23:59:59Z'))).toBe('2026-12-31')
    expect(dayIn('Pacific/Auckland', new Date('2026-12-31T11:00:00Z'))).toBe('2027-01-01')
  })

  it('knows time zones by their IANA name', () => {
    expect(['Europe/Berlin', 'UTC'].every(isTimeZone)).toBe(true)
    expect(['Europe/Nowhere', '', 'London time'].some(isTimeZone)).toBe(false)
  })
})

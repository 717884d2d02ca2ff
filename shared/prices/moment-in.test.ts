import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayIn } from './day-in.ts'
import { momentIn, timeIn } from './moment-in.ts'

const zones = ['UTC', 'Europe/London', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'America/St_Johns']

describe('momentIn', () => {
  it('is the moment at which the clock of the zone shows that day and time', () => {
    const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moment, fc.constantFrom(...zones), (at, zone) => {
        const [day, time] = [dayIn(zone, at), timeIn(zone, at)]
        const found = momentIn(zone, day, time)
        expect([dayIn(zone, found), timeIn(zone, found)]).toEqual([day, time])
      }),
    )
  })

  it('moves a time that the clock skips in spring', () => {
    expect(momentIn('Europe/London', '2026-03-29', '01:30').toISOString()).toMatch(/^2026-03-29T0[01]:30/)
    expect(momentIn('Europe/London', '2026-03-29').toISOString()).toBe('2026-03-29T00:00:00.000Z')
    expect(momentIn('Europe/London', '2026-06-01').toISOString()).toBe('2026-05-31T23:00:00.000Z')
  })
})

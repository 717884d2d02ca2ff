import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromMoment, toMoment } from './local-moment.ts'
import { readTime } from './read-time.ts'

const timeOf = (text: string) => {
  const read = readTime(text)
  return typeof read === 'string' ? read : read.time
}

it('reads a time in 12 and 24 hours, with seconds and with an offset', () => {
  expect(
    ['9:30', '09.30', '9:30 am', '12:05 AM', '12:05pm', '1:00 p.m.', '23:59:59', '09:30Z', '09:30+02:00'].map(timeOf),
  ).toEqual([
    ...['09:30:00', '09:30:00', '09:30:00', '00:05:00', '12:05:00', '13:00:00', '23:59:59', '09:30:00Z'],
    '09:30:00+02:00',
  ])
  expect(['24:00', '9:60', '9', 'noon', '13:00 pm', '0:30 am', ''].map(timeOf)).toEqual(Array(7).fill('not-a-time'))
})

it('is a local time of the organisation, in summer and in winter', () => {
  const zone = 'Europe/London'
  expect(toMoment(zone, { day: '2026-07-01', time: '09:30:00' })).toBe('2026-07-01T08:30:00.000Z')
  expect(toMoment(zone, { day: '2026-01-01', time: '09:30:00' })).toBe('2026-01-01T09:30:00.000Z')
  expect(toMoment(zone, { day: '2026-07-01', time: '09:30:00Z' })).toBe('2026-07-01T09:30:00.000Z')
  // Clocks go forward on 29 March 2026 and back on 25 October.
  expect(toMoment(zone, { day: '2026-03-29', time: '01:30:00' })).toBeUndefined()
  expect(toMoment(zone, { day: '2026-10-25', time: '01:30:00' })).toBe('2026-10-25T00:30:00.000Z')
  expect(fromMoment(zone, '2026-10-25T01:30:00.000Z')).toEqual({ day: '2026-10-25', time: '01:30Z' })
})

it('reads back every moment that it wrote, in every zone', () => {
  const zones = fc.constantFrom('UTC', 'Europe/London', 'America/St_Johns', 'Pacific/Apia', 'Australia/Lord_Howe')
  const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(zones, moments, (zone, date) => {
      const { day, time } = fromMoment(zone, date.toISOString())
      expect(toMoment(zone, { day, time: timeOf(time) })).toBe(date.toISOString())
    }),
  )
})

import { expect, it } from 'vitest'
import { isStray, type Tap } from './stray-taps.ts'

const save: Tap = { x: 300, y: 750, at: 1000, screen: '/orders/new', isControlThere: () => false }
const tap = (change: Partial<Tap>): Tap => ({ ...save, at: 1300, isControlThere: () => true, ...change })
const shownAt = 1200

it.each([
  ['the second of two taps, on the next screen', tap({ screen: '/orders' })],
  ['a slower one, just after the next screen came', tap({ screen: '/orders', at: 1500 })],
  ['the second of two taps, on the same screen without the button', tap({})],
])('%s is stray', (_what, second) => {
  expect(isStray(second, { previous: save, shownAt })).toBe(true)
})

it('a slow second tap is stray just after a screen that took long', () => {
  expect(isStray(tap({ screen: '/orders', at: 2500 }), { previous: save, shownAt: 2300 })).toBe(true)
})

it.each([
  ['at another place', tap({ screen: '/orders', x: 60 }), save],
  ['on a screen that the rep had time to see', tap({ screen: '/orders', at: 2600 }), save],
  ['on the same button', tap({}), { ...save, isControlThere: () => true }],
  ['later, where a row has gone', tap({ at: 1700 }), save],
  ['without one before', tap({}), undefined],
])('a tap %s is meant', (_what, second, previous) => {
  expect(isStray(second, { previous, shownAt })).toBe(false)
})

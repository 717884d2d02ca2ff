import { expect, it } from 'vitest'
import { isQuantity, quantityRefusal } from './quantity.ts'

it('takes whole numbers from 1 to 100000 as a quantity, and nothing else', () => {
  expect(['1', ' 12 ', '007', '100000'].filter(text => !isQuantity(text))).toEqual([])
  expect(['', '0', '-1', '2.5', '2,5', '1,000,000', '1000000', '1e3', '12 3', '٣'].filter(isQuantity)).toEqual([])
})

it('says which quantity is in the order after a text that is none', () => {
  expect(quantityRefusal(' 2.5', 7)).toBe("2.5 isn't a whole number from 1 to 100000. The quantity is still 7.")
  expect(quantityRefusal('1,000', 0)).toBe("1,000 isn't a whole number from 1 to 100000. Nothing was added.")
})

import { expect, test } from 'vitest'
import { newProduct } from '../../shared/contract/products.ts'
import { emptyProduct, toNewProduct } from './product-fields.ts'

const read = (typed: object) => newProduct.safeParse(toNewProduct({ ...emptyProduct, ...typed }))
const messagesOf = (typed: object) => read(typed).error?.issues.map(({ path, message }) => `${path}: ${message}`)

test('a price with a comma or a point becomes cents', () => {
  expect(read({ code: 'A', name: 'Tea', priceCents: '4,20' }).data?.priceCents).toBe(420)
  expect(read({ code: 'A', name: 'Tea', priceCents: '19.99' }).data?.priceCents).toBe(1999)
})

test('what is missing is named at its field', () => {
  expect(messagesOf({ priceCents: '1', packSize: '' })).toEqual([
    'code: Enter the code.',
    'name: Enter the name.',
    'packSize: Enter a whole number, such as 12.',
  ])
  expect(messagesOf({ code: 'A', name: 'Tea', priceCents: '' })).toEqual(['priceCents: Enter an amount, such as 4.20.'])
})

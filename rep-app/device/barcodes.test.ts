import { expect, it } from 'vitest'
import { numberOf } from './barcodes.ts'

it.each([
  ['ean_13', '4006381333931', '4006381333931'],
  ['ean_8', '96385074', '96385074'],
  ['upc_a', '036000291452', '036000291452'],
  ['itf', '10614141543219', '10614141543219'],
  // One for each place of the zeros.
  ['upc_e', '01234505', '012000003455'],
  ['upc_e', '01234531', '012300000451'],
  ['upc_e', '01234543', '012340000053'],
  ['upc_e', '01234565', '012345000065'],
  ['code_128', 'P00001', 'P00001'],
])('a %s of %s is the number %s', (format, rawValue, number) => {
  expect(numberOf({ format, rawValue })).toBe(number)
})

it.each([
  ['with a wrong check digit', 'ean_13', '4006381333932'],
  ['of a carton, read in part', 'itf', '10614141'],
  ['with letters', 'ean_13', '40063813339AB'],
])('a number %s is not read', (_what, format, rawValue) => {
  expect(numberOf({ format, rawValue })).toBeUndefined()
})

import { expect, it } from 'vitest'
import { likelihoodOfSame } from './mann-whitney.ts'

const from = (start: number) => Array.from({ length: 10 }, (_, index) => start + index)

it('two similar samples may have one source, and two that never overlap may not', () => {
  expect(likelihoodOfSame(from(0), from(0))).toBeCloseTo(1, 5)
  // U = 0 of ten and ten: z = 50 / sqrt(175), for which the tables give 0.000157.
  expect(likelihoodOfSame(from(0), from(100))).toBeCloseTo(0.000157, 6)
  expect(likelihoodOfSame(from(100), from(0))).toBeCloseTo(0.000157, 6)
})

it('a shift of half a sample is unlikely: only twelve and a half of a hundred pairs favour the lower one', () => {
  // z = 37.5 / sqrt(175).
  expect(likelihoodOfSame(from(0), from(5))).toBeCloseTo(0.00459, 4)
})

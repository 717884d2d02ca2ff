import { describe, expect, it } from 'vitest'
import { contrast } from './contrast.ts'
import { cssVariables } from './tokens.ts'

const strengths = [0, 1, 2, 3, 4].map(label => [`strength-${label}`, 'surface', 4.5] as const)
const pairs = [
  ['ink', 'surface', 7],
  ['ink', 'ground', 7],
  ['ink', 'accent-soft', 7],
  ['ink', 'danger-soft', 7],
  ['ink', 'warning-soft', 7],
  ['quiet', 'surface', 4.5],
  ['quiet', 'ground', 4.5],
  ['accent', 'surface', 4.5],
  ['accent', 'ground', 4.5],
  ['accent', 'accent-soft', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['danger', 'surface', 4.5],
  ['danger', 'danger-soft', 4.5],
  ['warning', 'warning-soft', 3],
  ['field', 'surface', 3],
  ...strengths,
] as const

describe.each(['light', 'dark'] as const)('the %s scheme', scheme => {
  const variables = cssVariables(scheme)

  it.each(pairs)('1.4.3 and 1.4.11 shows %s on %s with a contrast of at least %d:1', (front, back, least) => {
    const [text, ground] = [variables[`--${front}`], variables[`--${back}`]]
    expect(text && ground && contrast(text, ground)).toBeGreaterThanOrEqual(least)
  })
})

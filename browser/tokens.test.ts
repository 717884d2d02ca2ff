import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Colour, contrast } from '../shared/colour/contrast.ts'

const source = readFileSync(new URL('./style/tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = source.split('@media (prefers-color-scheme: dark)')
const schemes = { light: readTokens(light), dark: readTokens(dark) }

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

for (const [scheme, tokens] of Object.entries(schemes)) {
  test.each(pairs)(
    `1.4.3 and 1.4.11 in the ${scheme} scheme %s on %s has a contrast of at least %d:1`,
    (front, back, least) => {
      expect(contrast(tokens[front] ?? '#', tokens[back] ?? '#')).toBeGreaterThanOrEqual(least)
    },
  )
}

function readTokens(css: string): Record<string, Colour> {
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+): (#\w{6});/g)].map(([, name = '', value = '']) => [name, value as Colour]),
  )
}

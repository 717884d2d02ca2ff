import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accentsOf } from './accents.ts'
import { type Colour, contrast, isColour } from './contrast.ts'
import { tokens } from './tokens.ts'

const colours = fc.integer({ min: 0, max: 0xffffff }).map((value): Colour => `#${value.toString(16).padStart(6, '0')}`)

test('1.4.3 links, buttons and banners can be read in both schemes with any colour that an organisation chooses', () => {
  fc.assert(
    fc.property(colours, colour => {
      const accents = accentsOf(colour)
      for (const scheme of ['light', 'dark'] as const) {
        const { accent, hover, onAccent, soft } = accents[scheme]
        const { surface, ground, ink } = tokens[scheme]
        for (const one of [accent, hover, onAccent, soft]) expect(isColour(one)).toBe(true)
        for (const back of [surface, ground, soft]) expect(contrast(accent, back)).toBeGreaterThanOrEqual(4.5)
        for (const back of [accent, hover]) expect(contrast(onAccent, back)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(ink, soft)).toBeGreaterThanOrEqual(7)
      }
    }),
    { numRuns: 3000, examples: [['#ffffff'], ['#000000'], ['#ffff00'], ['#0000ff'], ['#ff0000'], ['#808080']] },
  )
})

test('uses a readable colour unchanged', () => {
  expect(accentsOf('#0b6b50').light.accent).toBe('#0b6b50')
  expect(accentsOf('#1d4ed8').light.accent).toBe('#1d4ed8')
  expect(accentsOf('#ffd400').light.accent).not.toBe('#ffd400')
  expect(accentsOf('#ffd400').dark.accent).toBe('#ffd400')
})

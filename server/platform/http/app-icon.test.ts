import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { decodePng } from '../../../tests/support/people/png.ts'
import { appIcons, drawAppIcon, iconColours, mark } from './app-icon.ts'

const green = iconColours('#1d7a3d')

it('is the mark of the other pages', () => {
  const svg = readFileSync(new URL('../../../browser/icons/favicon.svg', import.meta.url), 'utf8')
  const { ring, lines, width } = mark
  expect(svg).toContain(`<circle cx="${ring.centre[0]}" cy="${ring.centre[1]}" r="${ring.radius}"/>`)
  expect(svg).toContain(`stroke-width="${width}"`)
  const [[from, to], [side]] = lines
  expect(svg).toContain(`d="M${from.join(' ')} ${to.join(' ')}M${side.join(' ')}l4.4 4.4"`)
})

it.each(Object.keys(appIcons) as (keyof typeof appIcons)[])('%s is a PNG of its size in the colour', name => {
  const { side, isRounded } = appIcons[name]
  const { width, height, at } = decodePng(drawAppIcon(name, green))
  expect([width, height]).toEqual([side, side])
  expect(at(Math.round(side * 0.12), Math.round(side / 2))).toEqual([0x1d, 0x7a, 0x3d, 255])
  expect(at(0, 0)[3]).toBe(isRounded ? 0 : 255)
  // A point of the ring, to the left of its centre.
  const scale = (isRounded ? 0.62 : 0.5) * (side / 32)
  const [x, y] = [mark.ring.centre[0] - mark.ring.radius, mark.ring.centre[1]]
  expect(at(Math.round(side / 2 + (x - 16) * scale), Math.round(side / 2 + (y - 16) * scale))).toEqual([
    255, 255, 255, 255,
  ])
})

it('keeps the mark of a maskable icon within the circle that every shape shows', () => {
  const { at } = decodePng(drawAppIcon('maskable-192', green))
  for (let y = 0; y < 192; y++)
    for (let x = 0; x < 192; x++)
      if (Math.hypot(x - 95.5, y - 95.5) > 192 * 0.4) expect(at(x, y)).toEqual([0x1d, 0x7a, 0x3d, 255])
})

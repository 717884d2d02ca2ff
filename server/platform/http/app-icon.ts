import { accentsOf, ownAccents } from '../../../shared/colour/accents.ts'
import { isColour } from '../../../shared/colour/contrast.ts'
import { writePng } from './write-png.ts'

/**
 * The icons of the installed app. Android cuts a maskable one to its own shape, and an iPad rounds its corners. The others
 * have their own.
 */
export const appIcons = {
  '192': { side: 192, isRounded: true },
  '512': { side: 512, isRounded: true },
  'maskable-192': { side: 192, isRounded: false },
  'maskable-512': { side: 512, isRounded: false },
  'apple-touch': { side: 180, isRounded: false },
} as const
export type AppIconName = keyof typeof appIcons

type Point = readonly [x: number, y: number]

/** The key of browser/icons/favicon.svg, in its 32 units. A maskable icon keeps it within the middle 80 %. */
export const mark = {
  ring: { centre: [11.4, 20.6], radius: 7.4 },
  lines: [
    [
      [16.7, 15.3],
      [27.3, 4.7],
    ],
    [
      [22.4, 9.6],
      [26.8, 14],
    ],
  ],
  width: 2.6,
} as const satisfies {
  ring: { centre: Point; radius: number }
  lines: readonly (readonly [Point, Point])[]
  width: number
}

const Units = 32
const Corner = 0.22

/** The colour of the organisation's main button, and of the label on it. */
export function iconColours(colour: string | null): { ground: string; line: string } {
  const { accent, onAccent } = (colour !== null && isColour(colour) ? accentsOf(colour) : ownAccents).light
  return { ground: accent, line: onAccent }
}

/** Draws the mark in these colours. Each pixel is covered by the share that lies within the shape. */
export function drawAppIcon(name: AppIconName, colours: { ground: string; line: string }): Buffer {
  const { side, isRounded } = appIcons[name]
  const [ground, line] = [bytesOf(colours.ground), bytesOf(colours.line)]
  const scale = (isRounded ? 0.62 : 0.5) * (side / Units)
  const pixels = new Uint8Array(side * side * 4)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const [fromMiddleX, fromMiddleY] = [x + 0.5 - side / 2, y + 0.5 - side / 2]
      const far = distanceToMark([fromMiddleX / scale + Units / 2, fromMiddleY / scale + Units / 2])
      const share = clamp(0.5 - (far - mark.width / 2) * scale)
      const opacity = isRounded ? clamp(0.5 - distanceToSquare(Math.abs(fromMiddleX), Math.abs(fromMiddleY), side)) : 1
      const mixed = ground.map((part, place) => Math.round(part + ((line[place] ?? 0) - part) * share))
      pixels.set([...mixed, Math.round(opacity * 255)], (y * side + x) * 4)
    }
  return writePng(side, pixels)
}

const clamp = (share: number) => Math.min(1, Math.max(0, share))

const bytesOf = (colour: string) => [1, 3, 5].map(from => Number.parseInt(colour.slice(from, from + 2), 16))

function distanceToMark([x, y]: Point): number {
  const { ring, lines } = mark
  const toRing = Math.abs(Math.hypot(x - ring.centre[0], y - ring.centre[1]) - ring.radius)
  return Math.min(toRing, ...lines.map(([from, to]) => distanceToLine([x, y], from, to)))
}

function distanceToLine([x, y]: Point, from: Point, to: Point): number {
  const [alongX, alongY] = [to[0] - from[0], to[1] - from[1]]
  const share = clamp(((x - from[0]) * alongX + (y - from[1]) * alongY) / (alongX ** 2 + alongY ** 2))
  return Math.hypot(x - from[0] - share * alongX, y - from[1] - share * alongY)
}

/** Positive outside of a square with round corners. */
function distanceToSquare(x: number, y: number, side: number): number {
  const corner = side * Corner
  const [overX, overY] = [x - side / 2 + corner, y - side / 2 + corner]
  return Math.hypot(Math.max(overX, 0), Math.max(overY, 0)) + Math.min(Math.max(overX, overY), 0) - corner
}

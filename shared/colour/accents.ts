import { type Colour, contrast, mix } from './contrast.ts'
import { black, type Scheme, tokens, white } from './tokens.ts'

export type Accent = {
  /** Main button, links, focus. */
  accent: Colour
  /** Main button and links under the pointer. */
  hover: Colour
  /** The label of the button. */
  onAccent: Colour
  /** Banners and the chosen item. */
  soft: Colour
}

export type Accents = Record<Scheme, Accent>

/** The backgrounds that an accent is read on. */
const grounds = {
  light: [tokens.light.surface, tokens.light.ground],
  dark: [tokens.dark.surface, tokens.dark.ground],
} as const

/** WCAG 1.4.3 for text of normal size, such as a link or the label of a button. */
const least = 4.5
const step = 0.02

/**
 * Turns an organisation's colour into the accents of both schemes. A colour that can't be read becomes darker (light) or
 * lighter (dark), by as little as possible. The strengths of a password keep their own colours: a red organisation must not
 * make Excellent look like Poor.
 */
export function accentsOf(colour: Colour): Accents {
  return { light: lightOf(colour), dark: darkOf(colour) }
}

/** The accents of an organisation that has chosen no colour. */
export const ownAccents: Accents = { light: ownOf('light'), dark: ownOf('dark') }

function ownOf(scheme: Scheme): Accent {
  const { accent, accentHover, onAccent, accentSoft } = tokens[scheme]
  return { accent, hover: accentHover, onAccent, soft: accentSoft }
}

function lightOf(colour: Colour): Accent {
  const soft = mix(colour, white, 0.9)
  const accent = readable(colour, { towards: black, on: [...grounds.light, soft] })
  return { accent, hover: mix(accent, black, 0.2), onAccent: white, soft }
}

function darkOf(colour: Colour): Accent {
  const soft = mix(tokens.dark.surface, colour, 0.14)
  const accent = readable(colour, { towards: white, on: [...grounds.dark, soft] })
  return { accent, hover: mix(accent, white, 0.2), onAccent: mix(accent, black, 0.86), soft }
}

function readable(colour: Colour, { towards, on }: { towards: Colour; on: readonly Colour[] }): Colour {
  for (let share = 0; share < 1; share += step) {
    const tried = mix(colour, towards, share)
    if (on.every(ground => contrast(tried, ground) >= least)) return tried
  }
  return towards
}

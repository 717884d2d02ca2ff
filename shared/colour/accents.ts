import { type Colour, contrast, mix } from './contrast.ts'

export type Accent = {
  /** Main button, links, focus. */
  accent: Colour
  /** Main button and links under the pointer. */
  hover: Colour
  /** The label of the button. */
  onAccent: Colour
  /** Banners and selected items. */
  soft: Colour
}

export type Accents = { light: Accent; dark: Accent }

const white = '#ffffff'
const black = '#000000'
/** The backgrounds of browser/style/tokens.css behind an accent. */
const grounds = { light: [white, '#f4f6f5'], dark: ['#18211e', '#101614'] } as const
const darkSurface = grounds.dark[0]

/** WCAG 1.4.3 for text: the label of a button or a link is no larger than that. */
const least = 4.5
const step = 0.02

/**
 * Derives both schemes from an organisation's colour: unchanged where it is readable, otherwise darker (light) or
 * lighter (dark) by as little as possible. Password strengths keep their own colours: a red organisation must not make
 * Excellent look like Poor.
 */
export function accentsOf(colour: Colour): Accents {
  return { light: lightOf(colour), dark: darkOf(colour) }
}

function lightOf(colour: Colour): Accent {
  const soft = mix(colour, white, 0.9)
  const accent = readable(colour, { towards: black, on: [...grounds.light, soft] })
  return { accent, hover: mix(accent, black, 0.2), onAccent: white, soft }
}

function darkOf(colour: Colour): Accent {
  const soft = mix(darkSurface, colour, 0.14)
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

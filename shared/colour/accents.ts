import { type Colour, contrast, mix } from './contrast.ts'

export type Accent = {
  /** Main button, links, focus. */
  accent: Colour
  /** Under the pointer. */
  hover: Colour
  /** What stands on the button. */
  onAccent: Colour
  /** Banners and what is chosen. */
  soft: Colour
}

export type Accents = { light: Accent; dark: Accent }

const white = '#ffffff'
const black = '#000000'
/** The grounds of browser/style/tokens.css that an accent is read on. */
const grounds = { light: [white, '#f4f6f5'], dark: ['#18211e', '#101614'] } as const
const darkSurface = grounds.dark[0]

/** WCAG 1.4.3 for text; a button's label and a link are no larger than that. */
const least = 4.5
const step = 0.02

/**
 * What an organisation's colour becomes in both schemes: as it was chosen wherever it can be read, else darker (light) or
 * lighter (dark) by as little as it takes. The strengths of a password keep their own colours: a red organisation must not
 * make Excellent look like Poor.
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

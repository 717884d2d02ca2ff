import { type Accent, accentsOf } from '../../../shared/colour/accents.ts'
import { type Colour, mix } from '../../../shared/colour/contrast.ts'

/**
 * The organisation's colour as a style sheet. The account pages follow the colour scheme of the browser; the admin site
 * and the app follow Mantine's. It sets no colours for password strength.
 */
export function colourSheet(colour: Colour): string {
  const { light, dark } = accentsOf(colour)
  return [
    `:root{${tokens(light)}}`,
    `@media (prefers-color-scheme:dark){:root{${tokens(dark)}}}`,
    // :root twice, so the rule outweighs the one that Mantine adds to the page later.
    `:root:root[data-mantine-color-scheme="light"]{${tokens(light)};${mantine(light)}}`,
    `:root:root[data-mantine-color-scheme="dark"]{${tokens(dark)};${mantine(dark)}}`,
    '',
  ].join('\n')
}

function tokens({ accent, hover, onAccent, soft }: Accent): string {
  return declare({ accent, 'accent-hover': hover, 'on-accent': onAccent, 'accent-soft': soft })
}

/** Uses the names that Mantine's `convertCssVariables` gives to the colours derived from the accent. */
function mantine({ accent, hover, soft }: Accent): string {
  const ofAccent = {
    filled: accent,
    'filled-hover': hover,
    light: soft,
    'light-hover': mix(soft, accent, 0.12),
    'light-color': accent,
    outline: accent,
    'outline-hover': soft,
    text: accent,
  }
  const named = Object.entries(ofAccent).map(([name, value]) => [`mantine-color-accent-${name}`, value])
  return declare({ ...Object.fromEntries(named), 'mantine-color-anchor': accent })
}

function declare(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')
}

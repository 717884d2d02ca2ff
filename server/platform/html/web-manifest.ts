import { accentsOf, ownAccents } from '../../../shared/colour/accents.ts'
import { isColour } from '../../../shared/colour/contrast.ts'
import { tokens } from '../../../shared/colour/tokens.ts'

/** The content of `/manifest.webmanifest`. It fixes no orientation, because tablets are used both ways (WCAG 1.3.4). */
export function webManifest(organisation: { name: string; colour: string | null }): Record<string, unknown> {
  return {
    name: organisation.name,
    short_name: organisation.name,
    start_url: '/sign-in',
    display: 'browser',
    background_color: tokens.light.ground,
    theme_color: accentOf(organisation.colour),
    icons: [
      { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: '/icon-maskable.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
    ],
  }
}

const accentOf = (colour: string | null) =>
  (colour !== null && isColour(colour) ? accentsOf(colour) : ownAccents).light.accent

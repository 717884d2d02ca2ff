import { tokens } from '../../../shared/colour/tokens.ts'
import { type AppIconName, appIcons, iconColours } from './app-icon.ts'

type Organisation = { name: string; colour: string | null }

/** The content of `/manifest.webmanifest`. It fixes no orientation, because tablets are used both ways (WCAG 1.3.4). */
export function webManifest(organisation: Organisation): Record<string, unknown> {
  return {
    name: organisation.name,
    short_name: organisation.name,
    start_url: '/sign-in',
    display: 'browser',
    background_color: tokens.light.ground,
    theme_color: iconColours(organisation.colour).ground,
    icons: [
      { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: '/icon-maskable.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
    ],
  }
}

/** The content of `/app/manifest.webmanifest`: what the rep's app is called and looks like once it is installed. */
export function appManifest({ name, colour }: Organisation): Record<string, unknown> {
  const { ground } = iconColours(colour)
  const icon = (key: AppIconName, purpose: 'any' | 'maskable') => ({
    // Browsers look for a new icon when its address changes.
    src: `/app/icons/${key}.png?colour=${ground.slice(1)}`,
    sizes: `${appIcons[key].side}x${appIcons[key].side}`,
    type: 'image/png',
    purpose,
  })
  return {
    id: '/app',
    name,
    short_name: name,
    description: 'Orders, retailers and products, with or without a connection',
    start_url: '/app',
    scope: '/app',
    display: 'standalone',
    background_color: tokens.light.ground,
    theme_color: ground,
    icons: [icon('192', 'any'), icon('512', 'any'), icon('maskable-192', 'maskable'), icon('maskable-512', 'maskable')],
  }
}

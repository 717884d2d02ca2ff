import { tokens } from '../../../shared/colour/tokens.ts'
import { type AppIconName, appIcons, iconColours } from './app-icon.ts'

/** The content of `/app/manifest.webmanifest`: what the rep's app is called and looks like once it is installed. */
export function appManifest({ name, colour }: { name: string; colour: string | null }): Record<string, unknown> {
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

/** What `/manifest.webmanifest` answers. It fixes no orientation: tablets are used both ways (WCAG 1.3.4). */
export function webManifest(organisation: { name: string }): Record<string, unknown> {
  return {
    name: organisation.name,
    short_name: organisation.name,
    start_url: '/sign-in',
    display: 'browser',
    background_color: '#f4f6f5',
    theme_color: '#0b6b50',
    icons: [
      { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: '/icon-maskable.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
    ],
  }
}

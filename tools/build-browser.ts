import { buildForBrowser } from './build-for-browser.ts'

await buildForBrowser({ config: 'vite.browser.config.ts', folder: process.argv[2] ?? 'dist/browser' })

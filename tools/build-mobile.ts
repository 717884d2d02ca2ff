import { buildForBrowser } from './build-for-browser.ts'

await buildForBrowser({ config: 'vite.mobile.config.ts', folder: process.argv[2] ?? 'dist/mobile' })

import { buildForBrowser } from './build-for-browser.ts'

await buildForBrowser({ config: 'vite.rep-app.config.ts', folder: process.argv[2] ?? 'dist/rep-app' })

import { defineConfig } from 'vite'
import { tokenSheet } from './tools/token-sheet.ts'

/** What browsers load on account pages. Entries are named by their path: server/platform/html/assets.ts looks for it. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [tokenSheet()],
  build: {
    outDir: 'dist/browser',
    manifest: true,
    // Nothing is inline: the pages' policy allows files of our own alone.
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: [
        'browser/account.css',
        'browser/sign-in.ts',
        'browser/reset.ts',
        'browser/account.ts',
        'browser/second-step.ts',
        'browser/shop.css',
        'browser/shop.ts',
      ],
    },
  },
  worker: { format: 'es' },
})

import { defineConfig } from 'vite'

/** What browsers load on account pages. Entries are named by their path: server/html/assets.ts looks for it. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    outDir: 'dist/pages',
    manifest: true,
    // Nothing is inline: the pages' policy allows files of our own alone.
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: { input: ['pages/account.css', 'pages/sign-in.ts', 'pages/reset.ts', 'pages/account.ts'] },
  },
  worker: { format: 'es' },
})

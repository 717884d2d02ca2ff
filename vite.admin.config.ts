import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The admin site: one page, its scripts and its style sheet. */
export default defineConfig({
  root: join(import.meta.dirname, 'admin'),
  base: '/admin/',
  publicDir: false,
  plugins: [react()],
  resolve: { alias: [{ find: /^zod$/, replacement: join(import.meta.dirname, 'admin/zod.ts') }] },
  build: {
    outDir: join(import.meta.dirname, 'dist/admin'),
    // Nothing is inline: the site's policy allows files of our own alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { input: join(import.meta.dirname, 'admin/admin.html') },
  },
})

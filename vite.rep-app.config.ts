import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { themeSheet } from './tools/theme-sheet.ts'

/** The rep's app: one page, its scripts, its style sheet, and the service worker that keeps them for offline. */
export default defineConfig({
  root: join(import.meta.dirname, 'rep-app'),
  base: '/app/',
  publicDir: false,
  plugins: [
    react(),
    themeSheet(),
    VitePWA({
      // A new version waits until the person says so: a reload in the middle of an order would lose it.
      registerType: 'prompt',
      injectRegister: false,
      filename: 'sw.js',
      scope: '/app',
      // The server writes it, with the name and colour of the organisation.
      manifest: false,
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg}'],
        // Only what is precached is ever answered from here: no answer of the API, no page of the sign-in.
        navigateFallback: '/app/app.html',
        navigateFallbackAllowlist: [/^\/app(?:[/?]|$)/],
        // The organisation's colour is the server's to say; without a connection the last one stays.
        runtimeCaching: [
          {
            urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname === '/brand/present.css',
            handler: 'StaleWhileRevalidate',
            options: { cacheName: 'brand' },
          },
          // Only devices whose browser reads no barcodes need it, so it isn't downloaded with the app.
          {
            urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname.endsWith('.wasm'),
            handler: 'CacheFirst',
            options: { cacheName: 'barcode-reader', expiration: { maxEntries: 1 } },
          },
        ],
        cleanupOutdatedCaches: true,
        inlineWorkboxRuntime: true,
        sourcemap: false,
      },
    }),
  ],
  build: {
    outDir: join(import.meta.dirname, 'dist/rep-app'),
    // Nothing is inline: the app's policy allows files of our own alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { input: join(import.meta.dirname, 'rep-app/app.html') },
  },
})

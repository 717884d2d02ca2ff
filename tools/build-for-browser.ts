import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'

/** Runs Vite for a browser bundle, and writes the compressed form of each file beside it. */
export async function buildForBrowser({ config, folder }: { config: string; folder: string }): Promise<void> {
  const root = join(import.meta.dirname, '..')
  await build({
    configFile: join(root, config),
    logLevel: 'warn',
    build: { outDir: resolve(folder), emptyOutDir: true },
  })
  for (const path of globSync('assets/*.{js,css,svg,wasm}', { cwd: folder })) compress(join(folder, path))
}

function compress(path: string): void {
  const content = readFileSync(path)
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  }
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params }))
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
}

import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'

/** Has Vite write the pages' scripts and style sheet, and lays beside each how it goes over the wire. */
async function buildPages(folder: string): Promise<void> {
  const root = join(import.meta.dirname, '..')
  const configFile = join(root, 'vite.config.ts')
  await build({ root, configFile, logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } })
  for (const path of globSync('assets/*.{js,css,svg}', { cwd: folder })) compress(join(folder, path))
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

await buildPages(process.argv[2] ?? 'dist/pages')

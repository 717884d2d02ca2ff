import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { printRow } from './print-row.ts'
import type { Shipped } from './rules-compared.ts'

const MOST_BYTES = 450_000
const PAGES = join(import.meta.dirname, '../../dist/browser')

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

export function printBytes({ directory, dictionariesName }: Shipped): void {
  console.log('\nLoaded by the browser at the first touch of the field, compressed')
  const scripts = globSync('**/strength*.js', { cwd: PAGES })
  const code = scripts.reduce((sum, path) => sum + brotliCompressSync(readFileSync(join(PAGES, path))).length, 0)
  const dictionaries = statSync(join(directory, `${dictionariesName}.br`)).size
  printRow(`code of the meter (${scripts.length} files)`, kilobytes(code))
  printRow('dictionaries', kilobytes(dictionaries))
  printRow('together', kilobytes(code + dictionaries), { limit: '450 kB', isMet: code + dictionaries <= MOST_BYTES })
}

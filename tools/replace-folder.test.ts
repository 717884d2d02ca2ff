import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

/** Creates folders of two files each and moves them all to the same place, as fast as possible. */
const script = `import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
const { replaceFolder } = await import(process.argv[2])
for (let n = 0; n < 150; n += 1) {
  const draft = mkdtempSync(process.argv[1] + '/draft-')
  mkdirSync(draft + '/new')
  for (const name of ['one', 'two']) writeFileSync(draft + '/new/' + name, '')
  replaceFolder({ folder: draft + '/new', target: process.argv[1] + '/place', old: draft + '/old' })
}`

it('of many concurrent replacements one stays, and none fails', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fieldkey-replace-'))
  const code = join(import.meta.dirname, 'replace-folder.ts')
  const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, folder, code])
  await Promise.all([run(), run(), run(), run()])
  expect(readdirSync(join(folder, 'place'))).toEqual(['one', 'two'])
})

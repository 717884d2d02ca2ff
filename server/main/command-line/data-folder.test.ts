import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findFolderFault } from './data-folder.ts'

const makeFolder = () => mkdtempSync(join(tmpdir(), 'fieldkey-folder-'))

test('a folder that can be written or created is no fault', () => {
  const folder = makeFolder()
  expect([findFolderFault(folder), findFolderFault(join(folder, 'a/b'))]).toEqual([undefined, undefined])
})

test('a file in place of the data folder is a fault', () => {
  const file = join(makeFolder(), 'data')
  writeFileSync(file, '')
  expect(findFolderFault(file)).toBe(`${file} is a file, not a folder: point DATA_DIR at a folder`)
})

test('a folder of another account is a fault before the first start, not only at it', async () => {
  const folder = makeFolder()
  await chmod(folder, 0o500)
  const source = `import { findFolderFault } from ${JSON.stringify(join(import.meta.dirname, 'data-folder.ts'))}
    ${process.getuid?.() === 0 ? 'process.setgid(65534); process.setuid(65534)' : ''}
    console.log(findFolderFault(${JSON.stringify(join(folder, 'new'))}))`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', source], { encoding: 'utf8' })
  expect([stdout.trim(), stderr]).toEqual([expect.stringContaining("can't be used by the account"), ''])
})

import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeFolder } from './make-folder.ts'

const root = mkdtempSync(join(tmpdir(), 'fieldkey-folder-'))

it('creates a folder and its missing parents, and keeps an existing one', () => {
  makeFolder(join(root, 'a/b'), { mode: 0o700 })
  makeFolder(join(root, 'a/b'))
  expect(statSync(join(root, 'a/b')).mode & 0o777).toBe(0o700)
})

it('reports in one sentence that a file is in the place of a folder', () => {
  writeFileSync(join(root, 'file'), '')
  for (const path of ['file', 'file/below/it'])
    expect(() => makeFolder(join(root, path))).toThrow(/file is a file, not/)
})

it('gives up if the system lets no one create a folder', () => {
  expect(() => makeFolder('/proc/nope/below')).toThrow(/^The folder \/proc(?:\/nope)? can't be made \(E\w+\)/)
})

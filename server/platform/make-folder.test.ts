import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeFolder } from './make-folder.ts'

const root = mkdtempSync(join(tmpdir(), 'fieldkey-folder-'))

it('makes a folder and those above it, and keeps one that exists', () => {
  makeFolder(join(root, 'a/b'), { mode: 0o700 })
  makeFolder(join(root, 'a/b'))
  expect(statSync(join(root, 'a/b')).mode & 0o777).toBe(0o700)
})

it('says in one sentence that a file is in the place of a folder', () => {
  writeFileSync(join(root, 'file'), '')
  for (const path of ['file', 'file/below/it'])
    expect(() => makeFolder(join(root, path))).toThrow(/file is a file, not/)
})

it('gives up where the system lets no one make a folder', () => {
  expect(() => makeFolder('/proc/nope/below')).toThrow(/^The folder \/proc(?:\/nope)? can't be made \(E\w+\)/)
})

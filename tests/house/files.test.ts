import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isText, listFiles, readText } from './repository.ts'
import { codeFolders, listCodePaths } from './source-files.ts'

const paths = listFiles()
const longestFile = 300
/** Lists and texts that no one reads from top to bottom. */
const longByNature = ['package-lock.json', 'LICENSE', 'docs/words.md']

const namesThatSayNothing = /^(?:utils?|helpers?|common|misc|lib|managers?|services?|stuff|index)$/

/** A service token is a thing with that name. */
const wordsOf = (path: string) =>
  path
    .toLowerCase()
    .replace(/service-tokens?/g, 'token')
    .split(/[^a-z]+/)
const isInCode = (path: string) => [...codeFolders, 'bin'].includes(path.split('/')[0] ?? '')

/** `request-reset.test.ts`, `recovery.routes.ts`, `001-foundation.sql`; a component's file has the component's name. */
function isNamedWell(path: string): boolean {
  if (/^(?:admin|rep-app)\/.*\.tsx$/.test(path) && /^[A-Z][A-Za-z]+(?:\.test)?\.tsx$/.test(basename(path))) return true
  return path.split('/').every(part => part === 'README.md' || /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)*$/.test(part))
}

describe('files', () => {
  it('are named in kebab-case', () => {
    expect(['server/mailWork.ts', 'server/mail_work.ts', 'server/Mail/x.ts'].filter(isNamedWell)).toEqual([])
    expect(
      ['server/entry/recovery/reset.mail.ts', 'admin/users/UserList.tsx'].filter(path => !isNamedWell(path)),
    ).toEqual([])
    expect(paths.filter(isInCode).filter(path => !isNamedWell(path))).toEqual([])
  })

  it('are named after their content, and none is a barrel', () => {
    const saysNothing = (path: string) => wordsOf(path).some(word => namesThatSayNothing.test(word))
    const examples = [
      'server/utils/x.ts',
      'server/mail-helpers.ts',
      'server/mail-service.ts',
      'shared/common.ts',
      'server/mail/index.ts',
    ]
    expect(examples.filter(path => !saysNothing(path))).toEqual([])
    expect(paths.filter(isInCode).filter(saysNothing)).toEqual([])
  })

  it(`have at most ${longestFile} lines`, () => {
    const lengths = paths
      .filter(path => isText(path) && !longByNature.includes(path))
      .map(path => ({ path, lines: readText(path).split('\n').length - 1 }))
    expect(lengths.length).toBeGreaterThan(100)
    expect(lengths.filter(({ lines }) => lines > longestFile)).toEqual([])
  })

  it('are TypeScript, except the bootstrap that an older Node must be able to run', () => {
    const plain = paths.filter(path => /\.(?:js|cjs|mjs|jsx)$/.test(path))
    expect(plain.filter(path => !path.startsWith('bin/'))).toEqual([])
    expect(listCodePaths().filter(path => path.endsWith('.d.ts'))).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { readText } from './repository.ts'
import { parseSource, readSourceFiles, type SourceFile } from './source-files.ts'

const writers = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto'])
const rawWrite = /\b(?:insert\s+into|delete\s+from|merge\s+into|(?<!for\s+(?:no\s+key\s+)?)update)\s+"?([a-z_]+)/gi

const tables = ['tables.ts', 'field-tables.ts'].flatMap(name =>
  [...readText(`server/platform/database/${name}`).matchAll(/^ {2}([a-z_]+): \w+Table$/gm)].map(match => match[1]),
)

/** The tables that a file writes, by query builder or raw SQL. */
function tablesWrittenIn(file: SourceFile): string[] {
  const written: string[] = []
  const addRaw = (text: string) => {
    for (const [, table = ''] of text.matchAll(rawWrite)) if (tables.includes(table)) written.push(table)
  }
  file.find(() => ({
    CallExpression: ({ callee, arguments: [first] }) => {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
      if (!writers.has(callee.property.name)) return
      const isPlain = first?.type === 'Literal' && typeof first.value === 'string'
      written.push(isPlain ? String(first.value).replace(/ as .*/, '') : '(computed)')
    },
    TemplateElement: ({ value }) => addRaw(value.raw),
    Literal: ({ value }) => {
      if (typeof value === 'string') addRaw(value)
    },
  }))
  return [...new Set(written)]
}

describe('a table is written in one place', () => {
  it('each table has one store that writes it', () => {
    const files = readSourceFiles().filter(({ path }) =>
      /^server\/(?!platform\/database\/)(?!.*\.test\.ts$)/.test(path),
    )
    const writes = files.flatMap(file => tablesWrittenIn(file).map(table => ({ table, path: file.path })))
    const places = Map.groupBy(writes, write => write.table)

    expect(tables).toContain('reset_pairs')
    expect(
      [...places.keys()].filter(table => !tables.includes(table)),
      'unknown tables',
    ).toEqual([])
    expect([...places].filter(([, found]) => found.length > 1).map(([, found]) => found)).toEqual([])
    expect(writes.filter(({ path }) => !path.endsWith('.store.ts'))).toEqual([])
  })

  it('recognises writes by query builder, raw SQL, and to a computed table', () => {
    const text = `db.insertInto('accounts as a'); tx.deleteFrom(name)
      sql\`update sessions set x = 1\`; pool.query('delete from objections'); sql\`select 1 for update skip locked\``
    const example = parseSource({ path: 'server/x.ts', text })
    expect(tablesWrittenIn(example).sort()).toEqual(['(computed)', 'accounts', 'objections', 'sessions'])
  })
})

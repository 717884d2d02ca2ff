import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, type TSType } from 'oxc-parser'
import { expect, it, onTestFinished } from 'vitest'
import { endReasons } from '../../../shared/contract/end-reasons.ts'
import { orderStatuses, quoteStatuses } from '../../../shared/contract/order-status.ts'
import { secondStepAudiences, secondStepRules } from '../../../shared/contract/second-step-lists.ts'
import { userTypes } from '../../../shared/contract/user-lists.ts'
import { createTestDatabase } from '../../../tests/support/databases/database.ts'

/** A column as TypeScript sees it: `Generated<…>` if the database fills it in, `| null` if it may be empty. */
type Column = { type: string; isGenerated: boolean; isNullable: boolean }
type Tables = Record<string, Record<string, Column>>

/** Types that are derived from a list of words in the contract. */
const lists: Record<string, readonly string[]> = {
  UserType: userTypes,
  EndReason: endReasons,
  SecondStepAudience: secondStepAudiences,
  SecondStepRule: secondStepRules,
  OrderStatus: [...orderStatuses, ...quoteStatuses],
}

const typeOf: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  cidr: 'string',
  date: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'string',
  timestamptz: 'Date',
  bytea: 'Buffer',
  jsonb: 'object',
  _text: 'array',
}

/** Tables that libraries read and write themselves: the record of migrations, and the counts of limits. */
const columnsOfSchema = `
  select table_name, column_name, udt_name, is_nullable = 'YES' as is_nullable, 
    (column_default is not null or is_generated = 'ALWAYS') or is_identity = 'YES' as has_default
  from information_schema.columns
  where table_schema = 'public' and table_name not in ('schema_migrations', 'schema_migrations_lock', 'limit_counts')`

async function readSchema(): Promise<Tables> {
  const { pool, drop } = await createTestDatabase()
  onTestFinished(drop)
  const { rows } = await pool.query(columnsOfSchema)
  const tables: Tables = {}
  for (const { table_name, column_name, udt_name, is_nullable, has_default } of rows) {
    const column = { type: typeOf[udt_name] ?? udt_name, isGenerated: has_default, isNullable: is_nullable }
    tables[table_name] = { ...tables[table_name], [column_name]: column }
  }
  return tables
}

function readTypes(): Tables {
  const statements = [
    'account-tables.ts',
    'app-tables.ts',
    'company-tables.ts',
    'factor-tables.ts',
    'field-tables.ts',
    'import-tables.ts',
    'session-tables.ts',
    'tables.ts',
    'webhook-tables.ts',
  ].flatMap(name => parseSync(name, readFileSync(join(import.meta.dirname, name), 'utf8')).program.body)
  const aliases: Record<string, TSType> = {}
  for (const statement of statements) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (declared?.type === 'TSTypeAliasDeclaration') aliases[declared.id.name] = declared.typeAnnotation
  }
  const tables = membersOf(
    { type: 'TSTypeReference', typeName: { type: 'Identifier', name: 'Database' } } as TSType,
    aliases,
  )
  return Object.fromEntries(
    Object.entries(tables).map(([name, type]) => {
      const columns = Object.entries(membersOf(type, aliases))
      return [name, Object.fromEntries(columns.map(([column, of]) => [column, readColumn(of, aliases)]))]
    }),
  )
}

type Aliases = Record<string, TSType>

function membersOf(type: TSType, aliases: Aliases): Record<string, TSType> {
  if (type.type === 'TSIntersectionType') return Object.assign({}, ...type.types.map(part => membersOf(part, aliases)))
  const target = nameOf(type)
  if (target !== undefined && aliases[target]) return membersOf(aliases[target], aliases)
  if (type.type !== 'TSTypeLiteral') throw new Error(`tables.ts holds a ${type.type} that this test cannot read`)
  const members: Record<string, TSType> = {}
  for (const member of type.members) {
    if (member.type !== 'TSPropertySignature' || member.key.type !== 'Identifier' || !member.typeAnnotation) continue
    members[member.key.name] = member.typeAnnotation.typeAnnotation
  }
  return members
}

function readColumn(type: TSType, aliases: Aliases): Column {
  if (nameOf(type) === 'Generated' && type.type === 'TSTypeReference') {
    const [inner] = type.typeArguments?.params ?? []
    if (inner) return { ...readColumn(inner, aliases), isGenerated: true }
  }
  const parts = type.type === 'TSUnionType' ? type.types : [type]
  const filled = parts.filter(part => part.type !== 'TSNullKeyword')
  const names = new Set(filled.map(part => baseOf(part, aliases)))
  return { type: [...names].join(' or '), isGenerated: false, isNullable: filled.length < parts.length }
}

function baseOf(type: TSType, aliases: Aliases): string {
  if (type.type === 'TSLiteralType' || type.type === 'TSStringKeyword') return 'string'
  if (type.type === 'TSBooleanKeyword') return 'boolean'
  if (type.type === 'TSNumberKeyword') return 'number'
  if (type.type === 'TSArrayType') return 'array'
  const name = nameOf(type) ?? type.type
  if (name === 'Record') return 'object'
  if (lists[name]) return 'string'
  return aliases[name] ? readColumn(aliases[name], aliases).type : name
}

const nameOf = (type: TSType) =>
  type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' ? type.typeName.name : undefined

it('the types of the tables match the schema of the database', async () => {
  const types = readTypes()
  expect(Object.keys(types).length).toBeGreaterThan(10)
  expect(types).toEqual(await readSchema())
})

it('the checks of the database list the same words as the contract', async () => {
  const { pool, drop } = await createTestDatabase()
  onTestFinished(drop)
  const { rows } = await pool.query('select conname, pg_get_constraintdef(oid) as rule from pg_constraint')
  const wordsOf = (check: string) => {
    const rule = String(rows.find(({ conname }) => conname === check)?.rule)
    return [...rule.matchAll(/'([^']+)'/g)].map(([, word]) => word).toSorted()
  }
  expect(wordsOf('users_user_type_check')).toEqual(userTypes.toSorted())
  expect(wordsOf('licences_user_type_check')).toEqual(userTypes.toSorted())
  expect(wordsOf('app_clients_admits_check')).toEqual([...userTypes, 'contact'].toSorted())
  expect(wordsOf('provider_records_ended_because_check')).toEqual(endReasons.toSorted())
})

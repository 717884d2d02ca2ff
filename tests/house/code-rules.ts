import { matchesGlob } from 'node:path'
import type { Node, Span, VisitorObject } from 'oxc-parser'
import type { SourceFile } from './source-files.ts'

type Report = (node: Span) => void

/** A rule about the content of files: where it applies, which files are exempt and why, and how to find a breach. */
export type CodeRule = {
  says: string
  binds: readonly string[]
  spares?: Readonly<Record<string, string>>
  sees: (report: Report, text: string) => VisitorObject
  /** What the rule must report, line by line. */
  breaches: readonly string[]
}

const product = ['{server,shared,browser,admin,rep-app}/**/!(*.test).{ts,tsx}']
const everything = ['**/*.{ts,tsx}']
const tests = ['**/*.test.ts', 'tests/**']

export const codeRules: readonly CodeRule[] = [
  {
    says: 'only server/platform/settings/environment.ts reads the environment',
    binds: product,
    spares: { 'server/platform/settings/environment.ts': 'it is the one reader, and config.ts parses once' },
    sees: report => seesNames(['process.env', 'import.meta.env'], report),
    breaches: ['const port = process.env.PORT', 'const { PORT } = process.env', 'const mode = import.meta.env.MODE'],
  },
  {
    says: 'only stores, read models, database/ and jobs/ contain SQL',
    binds: ['{server,tools,bench}/**/!(*.test).ts'],
    spares: {
      'server/**/*.store.ts': 'the only SQL on its tables',
      'server/**/*.query.ts': 'a read model joins tables of others',
      'server/platform/database/**': 'connecting, migrating, locking',
      'server/platform/jobs/**': 'the queue in the same database',
      'bench/trade/**': 'bare statements beside ours',
    },
    sees: report => ({
      CallExpression: node => {
        if (queryBuilders.has(nameOfMethod(node.callee) ?? '')) report(node)
      },
      TaggedTemplateExpression: node => {
        if (nameOf(node.tag)?.split('.')[0] === 'sql') report(node)
      },
    }),
    breaches: [
      `db.selectFrom('accounts')`,
      `tx.insertInto('accounts')`,
      `pool.query('select 1')`,
      'sql`select 1`',
      'sql.raw`select 1`',
    ],
  },
  {
    says: 'random values come from node:crypto',
    binds: everything,
    sees: report => seesNames(['Math.random'], report),
    breaches: ['const code = Math.random()', 'const chance = Math.random'],
  },
  {
    says: 'the time comes from the injected clock',
    binds: product,
    spares: {
      'server/platform/clock.ts': 'it is the clock',
      'rep-app/device/device-clock.ts': 'it is the clock of the device',
    },
    sees: report => ({
      ...seesNames(['Date.now', 'performance.timeOrigin'], report),
      NewExpression: node => {
        if (nameOf(node.callee) === 'Date' && node.arguments.length === 0) report(node)
      },
    }),
    breaches: ['const now = Date.now()', 'const at = new Date()', 'const read = Date.now'],
  },
  {
    says: 'no test is skipped, focused or postponed',
    binds: tests,
    sees: report => ({
      MemberExpression: node => {
        const [first = '', ...rest] = nameOf(node)?.split('.') ?? []
        if (['it', 'test', 'describe', 'suite'].includes(first) && rest.some(name => sparing.has(name))) report(node)
      },
    }),
    breaches: [`it.skip('x', y)`, `test.describe.only('x', y)`, `it.todo('x')`, `test.fixme()`, `it.skipIf(a)('x', y)`],
  },
  {
    says: 'a flaky test is fixed, not retried',
    binds: ['**/*.test.ts', 'tests/**', '*.config.ts'],
    sees: report => ({
      Property: node => {
        const name = node.key.type === 'Identifier' ? node.key.name : undefined
        if (name === 'retries' || name === 'retry') report(node)
      },
    }),
    breaches: ['export default { retries: 2 }', `it('x', { retry: 1 }, y)`],
  },
  {
    says: 'no test measures how long something takes: the bench does',
    binds: ['**/*.{test,spec}.{ts,tsx}', 'tests/**'],
    spares: { 'server/platform/http/pressure.test.ts': 'it keeps the processor busy to be refused' },
    sees: report => seesNames(['performance.now', 'performance.measure', 'process.hrtime'], report),
    breaches: ['const start = performance.now()', `performance.measure('x')`, 'process.hrtime.bigint()'],
  },
  {
    says: 'no test sleeps: it waits for a condition',
    binds: tests,
    sees: (report, text) => ({
      NewExpression: node => {
        if (nameOf(node.callee) === 'Promise' && resolvesByTimer(node.arguments[0], text)) report(node)
      },
      ImportDeclaration: node => {
        if (node.source.value === 'node:timers/promises') report(node)
      },
      CallExpression: node => {
        if (nameOfMethod(node.callee) === 'waitForTimeout') report(node)
      },
    }),
    breaches: [
      'await new Promise(resolve => setTimeout(resolve, 100))',
      'await new Promise(done => { setTimeout(() => done(1), 100) })',
      `import { setTimeout } from 'node:timers/promises'`,
      'await page.waitForTimeout(100)',
    ],
  },
  {
    says: 'types can be stripped: no enum, no namespace',
    binds: everything,
    sees: report => ({
      TSEnumDeclaration: report,
      TSModuleDeclaration: node => {
        if (node.id.type !== 'Literal') report(node)
      },
    }),
    breaches: ['enum State { Sent }', 'namespace Mail {}'],
  },
  {
    says: 'every export has a name, so that it is the same everywhere',
    binds: product,
    sees: report => ({ ExportDefaultDeclaration: report }),
    breaches: ['export default function save() {}'],
  },
  {
    says: 'no file re-exports from another file',
    binds: everything,
    sees: report => ({ ExportAllDeclaration: report, Decorator: report }),
    breaches: [`export * from './x.ts'`, '@injectable() class X {}'],
  },
  {
    says: 'the rep app has no singleton of a module: its entry file creates one app, and screens get it by context',
    binds: ['rep-app/**/!(*.test).{ts,tsx}'],
    spares: { 'rep-app/main.tsx': 'it is the entry file' },
    sees: report => ({ Program: ({ body }) => body.filter(keepsState).forEach(report) }),
    breaches: [
      'let timer = 0',
      'export let timer = 0',
      'export const app = await createRepApp({})',
      'await start()',
      'const known = new Map()',
      'export const cache = openCache()',
      'const ready = createStore(false)',
    ],
  },
  {
    says: 'shared/ uses neither Node nor the DOM',
    binds: ['shared/**/!(*.test).ts'],
    sees: (report, text) => ({
      Identifier: node => {
        if (platform.has(node.name) && text[node.start - 1] !== '.') report(node)
      },
    }),
    breaches: ['const bytes = Buffer.from(text)', `document.querySelector('p')`, 'await fetch(url)'],
  },
  {
    says: 'every form uses POST, because a GET changes and sends nothing',
    binds: ['server/**/!(*.test).ts'],
    spares: { 'server/website/shop/shop-frame.html.ts': 'a search changes nothing, and its address can be kept' },
    sees: report => ({
      TemplateElement: node => {
        const forms = node.value.raw.match(/<form\b[^>]*/g) ?? []
        if (forms.some(form => !/\bmethod="(?:post|dialog)"/.test(form))) report(node)
        if (/formmethod="get"/i.test(node.value.raw)) report(node)
      },
    }),
    breaches: ['html`<form action="/sign-in">`', 'html`<form method="get">`', 'html`<button formmethod="get">`'],
  },
]

export function isBound(rule: CodeRule, path: string): boolean {
  return rule.binds.some(glob => matchesGlob(path, glob))
}

export function sparedBy(rule: CodeRule, path: string): string | undefined {
  return Object.keys(rule.spares ?? {}).find(glob => matchesGlob(path, glob))
}

export function findBreaches(rule: CodeRule, file: SourceFile): string[] {
  return file.find(rule.sees).map(line => `${file.path}:${line}`)
}

const queryBuilders = new Set([
  ...['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto', 'selectNoFrom'],
  ...['executeQuery', 'executeSql', 'query'],
])

const sparing = new Set(['skip', 'only', 'todo', 'fixme', 'fails', 'fail', 'skipIf', 'runIf'])

const platform = new Set([
  ...['process', 'Buffer', 'require', '__dirname', 'setImmediate', 'global'],
  ...['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'fetch', 'self', 'HTMLElement'],
])

function seesNames(names: readonly string[], report: Report): VisitorObject {
  return {
    MemberExpression: node => {
      const name = nameOf(node)
      if (name !== undefined && names.includes(name)) report(node)
    },
  }
}

/** The text of an expression such as `process.env`, or undefined if a part of it is computed. */
function nameOf(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'MetaProperty') return `${node.meta.name}.${node.property.name}`
  if (node.type === 'CallExpression') return nameOf(node.callee)
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return undefined
  const owner = nameOf(node.object)
  return owner === undefined ? undefined : `${owner}.${node.property.name}`
}

function nameOfMethod(callee: Node): string | undefined {
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : undefined
}

/** Definitions that hold no state of the app, although a function creates them. */
const definitions = new Set(['createContext', 'createTheme', 'createRootRoute', 'createRoute'])
const constants = new Set(['Set', 'RegExp', 'Intl.DateTimeFormat', 'Intl.NumberFormat', 'Intl.PluralRules'])

/** A statement of a module that keeps a variable, or something that a function or class made when the module was loaded. */
function keepsState(statement: Node): boolean {
  if (statement.type === 'ExportNamedDeclaration') return !!statement.declaration && keepsState(statement.declaration)
  if (statement.type === 'ExpressionStatement') return statement.expression.type === 'AwaitExpression'
  if (statement.type !== 'VariableDeclaration') return false
  return statement.kind !== 'const' || statement.declarations.some(({ init }) => init && isMade(init))
}

function isMade(value: Node): boolean {
  if (value.type === 'AwaitExpression') return true
  const maker = value.type === 'NewExpression' || value.type === 'CallExpression' ? nameOf(value.callee) : undefined
  if (value.type === 'NewExpression') return maker === undefined || !constants.has(maker)
  return maker !== undefined && /^(?:create|open|start|watch)[A-Z]/.test(maker) && !definitions.has(maker)
}

/** A promise that only a timer resolves. */
function resolvesByTimer(executor: Node | undefined, text: string): boolean {
  if (executor?.type !== 'ArrowFunctionExpression' && executor?.type !== 'FunctionExpression') return false
  const [resolve] = executor.params
  if (resolve?.type !== 'Identifier') return false
  const timer = new RegExp(`setTimeout\\((?:\\(\\) => \\{?\\s*)?${resolve.name}\\b`)
  return timer.test(text.slice(executor.start, executor.end))
}

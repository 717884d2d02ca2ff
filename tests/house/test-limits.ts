import type { Node } from 'oxc-parser'
import type { CodeRule } from './code-rules.ts'

const leastMilliseconds = 60_000

/** Properties and functions that limit how long a test waits. */
const limits = new Set(['timeout', 'testTimeout', 'hookTimeout', 'actionTimeout', 'navigationTimeout', 'patienceMs'])
const limited = new Set(['it', 'test', 'describe', 'beforeAll', 'beforeEach', 'afterAll', 'afterEach'])
const impatient = new Set(['vi.waitFor', 'vi.waitUntil'])

/** A limit guards against what never ends. A shorter one fails a test where other work shares the machine. */
export const testLimitRule: CodeRule = {
  says: 'no test has a time limit below 60 s, and waitFor() has the limit of every look',
  binds: ['**/*.{test,spec}.{ts,tsx}', 'tests/**', '{vitest,playwright}.config.ts'],
  spares: { 'tests/support/waiting/wait-for.ts': 'it sets the limit of every look' },
  sees: (report, text) => ({
    Property: node => {
      const name = node.key.type === 'Identifier' ? node.key.name : ''
      if (limits.has(name) && isShort(node.value)) report(node)
    },
    CallExpression: ({ callee, arguments: given, ...node }) => {
      const name = text.slice(callee.start, callee.end)
      const last = given.at(-1)
      if (impatient.has(name)) report(node)
      if (isTest(name) && last && isShort(last)) report(node)
    },
  }),
  breaches: [
    'const options = { timeout: 1500 }',
    `it('x', run, 30_000)`,
    `it.each(cases)('x', run, 30_000)`,
    'beforeAll(() => build(), 20_000)',
    'test.setTimeout(30_000)',
    'export default { testTimeout: 5000 }',
    'await vi.waitFor(look)',
    'await vi.waitUntil(look, 60_000)',
  ],
}

const isTest = (name: string) => limited.has(name.split(/[.(]/)[0] ?? '')

const isShort = (node: Node) =>
  node.type === 'Literal' && typeof node.value === 'number' && node.value > 0 && node.value < leastMilliseconds

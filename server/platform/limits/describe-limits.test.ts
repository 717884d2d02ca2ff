import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { describeLimits } from './describe-limits.ts'

it('6.1.1 7.1.1 docs/limits.md matches the table (if not: node tools/print-limits.ts)', () => {
  expect(readFileSync('docs/limits.md', 'utf8')).toBe(describeLimits())
})

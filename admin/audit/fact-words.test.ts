import { expect, test } from 'vitest'
import { factWords } from './fact-words.ts'

test('names each fact of a row, shows unknown facts by their own name, and leaves out false ones', () => {
  expect(factWords({ type: 'scan', from: 4, to: 5, waits: true, address: false, phase: 'full' })).toBe(
    'user type scan, from 4, to 5, resets to it wait, phase full',
  )
})

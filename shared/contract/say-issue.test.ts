import { expect, test } from 'vitest'
import { z } from 'zod'
import { sayIssue } from './say-issue.ts'

const wordsFor = (shape: z.ZodType, value: unknown) =>
  shape.safeParse(value, { error: sayIssue }).error?.issues.map(({ message }) => message)

test('a refused value is described in words, without the value', () => {
  const cases: [z.ZodType, unknown, string][] = [
    [z.string(), undefined, 'This is missing.'],
    [z.string(), 7, 'Expected a text.'],
    [z.number(), Number.NaN, 'Expected a number.'],
    [z.number().int(), 2.5, 'Expected a whole number.'],
    [z.string().max(3), 'hush', 'Use at most 3 characters.'],
    [z.string().min(1), '', 'Fill this in.'],
    [z.number().max(9), 10, 'Use at most 9.'],
    [z.array(z.string()).max(1), ['a', 'b'], 'Send at most 1 entries.'],
    [z.uuid(), 'hush', 'Expected an id, such as 0192f0c1-0000-7000-8000-000000000002.'],
    [z.iso.date(), '2026-02-31', 'Expected a day, such as 2026-05-04.'],
    [z.enum(['one', 'two']), 'hush', 'Use one of these: one, two.'],
    [z.number().multipleOf(5), 7, 'Use a multiple of 5.'],
    [z.strictObject({}), { extra: 'hush' }, "Leave out what isn't known here: extra."],
    [z.string().refine(() => false), 'hush', "This value isn't accepted."],
    [z.string().max(3, 'Our own words.'), 'hush', 'Our own words.'],
  ]
  for (const [shape, value, words] of cases) expect(wordsFor(shape, value), words).toEqual([words])
})

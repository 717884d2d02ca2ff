import type { z } from 'zod'

type Issue = z.core.$ZodRawIssue

const most = 200

/** Says what is wrong with a value, and what to enter instead, where a shape has no words of its own. Never repeats the value. */
export function sayIssue(issue: Issue): string {
  const words = wordsOf(issue)
  return words.length > most ? `${words.slice(0, most)} …` : words
}

function wordsOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'This is missing.' : `Expected ${article(issue.expected)}.`
    case 'too_big':
      return `${boundWords(issue.origin, 'at most', issue.maximum)}.`
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? 'Fill this in.'
        : `${boundWords(issue.origin, 'at least', issue.minimum)}.`
    case 'invalid_format':
      return `Expected ${formats[issue.format] ?? 'another form'}.`
    case 'invalid_value':
      return `Use one of these: ${issue.values.map(value => (value === null ? 'null' : String(value))).join(', ')}.`
    case 'not_multiple_of':
      return `Use a multiple of ${issue.divisor}.`
    case 'unrecognized_keys':
      return `Leave out what isn't known here: ${issue.keys.join(', ')}.`
    default:
      return "This value isn't accepted."
  }
}

const formats: Record<string, string> = {
  uuid: 'an id, such as 0192f0c1-0000-7000-8000-000000000002',
  date: 'a day, such as 2026-05-04',
  datetime: 'a moment, such as 2026-05-04T08:12:00Z',
  email: 'an email address',
  url: 'a web address',
  base64: 'a file in base64',
}

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  date: 'a date',
}

const article = (expected: string) => kinds[expected] ?? 'another kind of value'

function boundWords(origin: string, bound: 'at most' | 'at least', limit: number | bigint): string {
  if (origin === 'string') return `Use ${bound} ${limit} characters`
  if (origin === 'array' || origin === 'set') return `Send ${bound} ${limit} entries`
  return `Use ${bound} ${limit}`
}

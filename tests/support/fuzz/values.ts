import type { JsonSchema } from './routes.ts'

/** A random generator with the same numbers for the same seed (mulberry32). */
export type Chance = {
  below(most: number): number
  pick<One>(list: readonly One[]): One
  isTrue(share: number): boolean
}

export function createChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number) => Math.floor(next() * most)
  const pick = <One>(list: readonly One[]) => list[below(list.length)] as One
  return { below, pick, isTrue: share => next() < share }
}

const nested = (levels: number, open: string, close: string) =>
  JSON.parse(`${open.repeat(levels)}1${close.repeat(levels)}`)

export const oddTexts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'a\udfffb',
  '\u202eabc\u200b',
  '٥٢٦٥١٥',
  '😀'.repeat(40),
  'x'.repeat(300),
  'é'.repeat(2100),
  'x'.repeat(21_000),
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '%00',
  '%',
  '\\',
  '../../etc/passwd',
  '\r\nX-Injected: 1',
  '=1+1',
  '{"a":1}',
  'null',
  'NaN',
  '-1',
  '1e999',
  '99999999999999999999',
  '2147483648',
  '0x1A',
  '+010000-01-01T00:00:00.000Z',
  '0000-00-00T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '0001-01-01T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '2026-05-04T08:12:60Z',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'a@b@c',
  '"a b"@example.com',
  'a@[127.0.0.1]',
  'xn--mnchen-3ya',
  'ﬁ',
  'ſ',
  'İ',
] as const

const oddValues: readonly unknown[] = [
  ...oddTexts,
  null,
  true,
  0,
  -0,
  -1,
  1.5,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  2 ** 63,
  1e308,
  -1e308,
  5e-324,
  [],
  {},
  [[]],
  [null],
  Array.from({ length: 600 }, () => 'x'),
  nested(10, '[', ']'),
  nested(500, '[', ']'),
  nested(500, '{"a":', '}'),
  JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":1}}'),
  { length: 1e9, toString: 'x' },
]

export type KnownValues = { ids: readonly string[]; usernames: readonly string[] }

/** A value that matches the schema, sometimes with an unusual part. */
export function oddValueOf(chance: Chance, known: KnownValues, schema: JsonSchema, name = ''): unknown {
  if (chance.isTrue(0.12)) return chance.pick(oddValues)
  const options = schema.anyOf ?? schema.oneOf
  if (options) return oddValueOf(chance, known, chance.pick(options) as JsonSchema, name)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return chance.pick(schema.enum)
  switch (schema.type) {
    case 'object':
      return objectOf(chance, known, schema)
    case 'array':
      return Array.from({ length: 1 + chance.below(3) }, () =>
        oddValueOf(chance, known, schema.items as JsonSchema, name),
      )
    case 'integer':
    case 'number':
      return chance.pick([schema.minimum ?? 0, Math.min(schema.maximum ?? 2 ** 53, 2 ** 53), 1, 2, 20])
    case 'boolean':
      return chance.isTrue(0.5)
    case 'null':
      return null
    case 'string':
      return textOf(chance, known, schema, name)
    default:
      return chance.pick(oddValues)
  }
}

function objectOf(chance: Chance, known: KnownValues, { properties = {} }: JsonSchema): Record<string, unknown> {
  const entries = Object.entries(properties).filter(() => !chance.isTrue(0.04))
  const made = entries.map(([key, part]) => [key, oddValueOf(chance, known, part as JsonSchema, key)] as const)
  return Object.fromEntries(chance.isTrue(0.05) ? [...made, [chance.pick(oddTexts), chance.pick(oddValues)]] : made)
}

function textOf(
  chance: Chance,
  { ids, usernames }: KnownValues,
  { format, maxLength }: JsonSchema,
  name: string,
): string {
  if (format === 'uuid') return chance.pick(ids)
  if (format === 'date-time') return '2026-05-04T08:12:00.000Z'
  if (format === 'email') return chance.pick(['rep@harbourvale.example', 'buyer@cornerstore.example'])
  if (/username|address|email/i.test(name)) return chance.pick(usernames)
  if (maxLength !== undefined && chance.isTrue(0.1)) return 'x'.repeat(Math.min(maxLength + chance.below(2), 25_000))
  return chance.pick(['a word', 'x', '2026', '123456', '#1d4ed8', 'heron-tandem-gravel-58'])
}

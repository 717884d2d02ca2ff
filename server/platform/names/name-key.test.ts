import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { createTestDatabase } from '../../../tests/support/databases/database.ts'
import { nameKey } from './name-key.ts'
import { readMailAddress } from './read-mail-address.ts'

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })).map(([a, b]) => `${a}@${b}.example`),
  fc.stringMatching(/^[a-zäöüßéïñΑ-Ωа-яЖИ]{1,9}@(xn--)?[a-zäöüßΑ-Ωа-я0-9-]{1,9}\.example$/),
)

test('the key of a key is the same key, so comparing twice changes nothing', () => {
  fc.assert(
    fc.property(texts, text => {
      expect(nameKey(nameKey(text))).toBe(nameKey(text))
    }),
  )
})

test('a stored address has the same key as the typed one', () => {
  fc.assert(
    fc.property(texts, text => {
      const read = readMailAddress(text)
      if (read.kind === 'read') expect(nameKey(read.address.typed)).toBe(nameKey(text))
    }),
  )
})

test('the database compares stored addresses by the same key, for every letter that both know', async () => {
  const { pool, drop } = await createTestDatabase()
  onTestFinished(drop)
  const letters = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter(
    letter => /[\p{L}\p{N}]/u.test(letter) && nameKey(letter) !== letter,
  )
  const typed = letters.flatMap(letter => {
    const read = readMailAddress(`a${letter}@vale.example`)
    return read.kind === 'read' ? [read.address.typed] : []
  })
  const addresses = [...typed, 'İpek@vale.example', 'ΟΔΟΣ@vale.example', 'Ж@münchen.example']
  const key = `select generation_expression as sql from information_schema.columns
    where table_name = 'contacts' and column_name = 'email_key'`
  const expression = (await pool.query(key)).rows[0].sql
  const { rows } = await pool.query(
    `select email, ${expression} as key from unnest($1::text[]) as email
    where unicode_assigned(email)`,
    [addresses],
  )
  expect(typed.length).toBeGreaterThan(500)
  for (const row of rows) expect(row.key, row.email).toBe(nameKey(row.email))
})

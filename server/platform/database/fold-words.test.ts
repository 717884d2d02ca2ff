import { expect, test } from 'vitest'
import { createTestDatabase } from '../../../tests/support/databases/database.ts'
import { foldWords } from './fold-words.ts'

test('words are folded alike here and in the database, so that every typed form finds the stored one', async () => {
  const { pool, drop } = await createTestDatabase()
  const texts = [
    'Gómez',
    'ŁÓDŹ',
    'Straße',
    'Smørrebrød',
    'Œuvre Ærø',
    'İstanbul',
    'Ωmega Ώ',
    '한글',
    'ﬁne',
    'Nguyễn Đức',
  ]
  try {
    for (const text of texts) {
      const { rows } = await pool.query('select fold_words($1) as folded', [text])
      expect(foldWords(text), text).toBe(rows[0].folded)
      expect(foldWords(foldWords(text))).toBe(foldWords(text))
    }
  } finally {
    await drop()
  }
  expect(texts.slice(0, 5).map(foldWords)).toEqual(['gomez', 'lodz', 'strasse', 'smorrebrod', 'oeuvre aero'])
})

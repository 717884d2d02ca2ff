import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeDictionaries, encodeDictionaries, WORD_LEVELS_PER_DECADE } from './dictionary-file.ts'
import { foldWord } from './fold.ts'

const costs = fc.integer({ min: 0, max: 28 }).map(level => level / WORD_LEVELS_PER_DECADE)
const words = fc
  .array(fc.tuple(fc.string({ unit: 'grapheme', maxLength: 40 }).map(foldWord), costs))
  .map(entries => new Map(entries.filter(([word]) => word.length > 2)))
const strings = fc.array(fc.tuple(fc.stringMatching(/^[!-@a-z]{1,12}$/), costs)).map(entries => new Map(entries))

test('reads the same words and costs that were written to a dictionary file', () => {
  fc.assert(
    fc.property(words, strings, fc.uint8Array({ max: 44 }), (words, strings, letterCosts) => {
      expect(decodeDictionaries(encodeDictionaries({ words, strings, letterCosts }))).toEqual({
        words,
        strings,
        letterCosts,
      })
    }),
  )
})

test('reads a dictionary file after a round trip through JSON', () => {
  const dictionaries = {
    words: new Map([['čaj', 2]]),
    strings: new Map([['"\\', 1]]),
    letterCosts: Uint8Array.of(0, 63),
  }
  expect(decodeDictionaries(JSON.parse(JSON.stringify(encodeDictionaries(dictionaries))))).toEqual(dictionaries)
})

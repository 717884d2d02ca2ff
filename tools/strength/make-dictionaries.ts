/** Puts the dictionaries together from leaked passwords, word lists and the calendar; the cheapest cost wins. */

import { createRequire } from 'node:module'
import { foldWord } from '../../shared/strength/fold.ts'
import type { Dictionaries } from '../../shared/strength/types.ts'
import { listCalendarWords, listCountries } from './calendar-words.ts'
import { DOMAIN_WORDS } from './domain-words.ts'
import type { LeakedPassword } from './leaked-passwords.ts'
import { learnLetterCosts } from './learn-letters.ts'
import { learnWords } from './learn-words.ts'

type WordLists = { dictionary: Record<string, readonly (string | number)[]> }

const require = createRequire(import.meta.url)
const LEARNT = { words: 60_000, strings: 6_000, mixed: 8_000 }
const SHORTEST_WORD = 3

const RANKED: { list: string; most: number; firstCost: number }[] = [
  { list: 'commonWords-en', most: 40_000, firstCost: 1.2 },
  { list: 'firstnames-en', most: 5_000, firstCost: 1.5 },
  { list: 'lastnames-en', most: 20_000, firstCost: 1.8 },
  { list: 'wikipedia-en', most: 30_000, firstCost: 1.2 },
]
/** Leaks are older than the rules that made everybody end on these. */
const DECORATIONS: [number, string][] = [
  [0.7, '! 1 . - _ 12 123 @ ? * #'],
  [0.8, '01 2 !! 1! 123! ! 0 7 00 $ & + /'],
  [1, '1234 !1 !!! 11 3 4 5 6 8 9 10 02 21 22 23 69 77 88 99 007 , : ; = % ( ) .. ... -- __ @1 #1 1. 12! 321 12345'],
]
const DICEWARE_COST = 3.9
const CALENDAR_COST = 1.8
const DOMAIN_COST = 2.3
const COUNTRY_COST = 2.3

function readWordLists(): WordLists['dictionary'] {
  const common = require('@zxcvbn-ts/language-common') as WordLists
  const english = require('@zxcvbn-ts/language-en') as WordLists
  return { ...common.dictionary, ...english.dictionary }
}

function offer(words: Map<string, number>, texts: Iterable<string | number>, costOf: (index: number) => number): void {
  let index = 0
  for (const text of texts) {
    const word = foldWord(String(text))
    const cost = costOf(index++)
    if (word.length >= SHORTEST_WORD && (words.get(word) ?? Infinity) > cost) words.set(word, cost)
  }
}

export type Ingredients = { leaked: readonly LeakedPassword[]; domainWords?: readonly string[] }

export function makeDictionaries({ leaked, domainWords = DOMAIN_WORDS }: Ingredients): Dictionaries {
  const { words, strings } = learnWords(leaked, LEARNT)
  const lists = readWordLists()
  for (const { list, most, firstCost } of RANKED) {
    offer(words, (lists[list] ?? []).slice(0, most), index => firstCost + Math.log10(index + 1))
  }
  offer(words, lists['diceware-common'] ?? [], () => DICEWARE_COST)
  offer(words, listCalendarWords(), () => CALENDAR_COST)
  offer(words, listCountries(), () => COUNTRY_COST)
  offer(words, domainWords, () => DOMAIN_COST)
  for (const [cost, texts] of [...DECORATIONS, [0.8, ' ']] as [number, string][]) {
    for (const text of texts === ' ' ? [texts] : texts.split(' '))
      strings.set(text, Math.min(cost, strings.get(text) ?? cost))
  }
  return { words, strings, letterCosts: learnLetterCosts(leaked) }
}

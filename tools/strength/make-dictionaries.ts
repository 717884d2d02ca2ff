/** Combines the dictionaries from leaked passwords, word lists and the calendar. The cheapest cost wins. */

import { createRequire } from 'node:module'
import { foldWord, spellOutUmlauts } from '../../shared/strength/fold.ts'
import { costWithoutDictionary } from '../../shared/strength/patterns/word-like.ts'
import type { Dictionaries } from '../../shared/strength/types.ts'
import { listCalendarWords, listCountries } from './calendar-words.ts'
import { DOMAIN_WORDS } from './domain-words.ts'
import { HOUSEHOLD_WORDS } from './household-words.ts'
import type { LeakedPassword } from './leaked-passwords.ts'
import { learnLetterCosts } from './learn-letters.ts'
import { learnWords } from './learn-words.ts'
import { NAMES_ABROAD } from './names-abroad.ts'
import { TRADE_WORDS_ABROAD } from './trade-words-abroad.ts'

type WordLists = { dictionary: Record<string, readonly (string | number)[]> }

const require = createRequire(import.meta.url)
const LEARNT = { words: 120_000, strings: 6_000, mixed: 8_000 }
const SHORTEST_WORD = 3
/** Three or four letters occur in almost any text, so they explain less. */
const SHORT: Record<number, number> = { 3: 0.6, 4: 0.2 }

const RANKED: { list: string; most: number; firstCost: number }[] = [
  { list: 'commonWords-en', most: 60_000, firstCost: 1.2 },
  { list: 'firstnames-en', most: 5_000, firstCost: 1.5 },
  { list: 'lastnames-en', most: 20_000, firstCost: 1.8 },
  { list: 'wikipedia-en', most: 30_000, firstCost: 1.2 },
]
/** Leaks are older than the rules that made users append these. */
const DECORATIONS: [number, string][] = [
  [0.7, '! 1 . - _ 12 123 @ ? * #'],
  [1.2, 'my xx a! fc'],
  [0.8, '01 2 !! 1! 123! ! 0 7 00 $ & + /'],
  [1, '1234 !1 !!! 11 3 4 5 6 8 9 10 02 21 22 23 69 77 88 99 007 , : ; = % ( ) .. ... -- __ @1 #1 1. 12! 321 12345'],
]
const BEGINNINGS = [
  'ilove',
  'iloveyou',
  'ihate',
  'iam',
  'iwant',
  'weare',
  'thisis',
  'welcome',
  'letsgo',
  'forza',
  'vive',
]
const BEGINNING_COST = 1.8
const DICEWARE_COST = 3.9
const CALENDAR_COST = 1.8
const DOMAIN_COST = 2.3
const COUNTRY_COST = 2.3
/** Attackers try complete lists of this size before any word costs more. Long words don't occur in random letters. */
const DEAREST: Record<number, number> = { 3: 4.9, 4: 4.9, 5: 4.5 }
const DEAREST_LONG = 3.8
const LEAST_GAIN = 0.3

function readWordLists(): WordLists['dictionary'] {
  const common = require('@zxcvbn-ts/language-common') as WordLists
  const english = require('@zxcvbn-ts/language-en') as WordLists
  return { ...common.dictionary, ...english.dictionary }
}

function offer(words: Map<string, number>, texts: Iterable<string | number>, costOf: (index: number) => number): void {
  let index = 0
  for (const text of texts) {
    const cost = costOf(index++)
    for (const word of new Set([foldWord(String(text)), foldWord(spellOutUmlauts(String(text)))]))
      keepCheapest(words, word, cost)
  }
}

function keepCheapest(words: Map<string, number>, word: string, cost: number): void {
  const full = cost + (SHORT[word.length] ?? 0)
  if (word.length >= SHORTEST_WORD && (words.get(word) ?? Infinity) > full) words.set(word, full)
}

function dearest(word: string): number {
  return DEAREST[word.length] ?? DEAREST_LONG
}

/** Drops words that letter costs explain as well, so that browsers need not load them. */
function keepTelling(words: ReadonlyMap<string, number>, letterCosts: Uint8Array): Map<string, number> {
  const kept = [...words]
    .map(([word, cost]): [string, number] => [word, Math.min(cost, dearest(word))])
    .filter(([word, cost]) => costWithoutDictionary(word, letterCosts) - cost > LEAST_GAIN)
  return new Map(kept)
}

export function listDomainWords(): string[] {
  return [...DOMAIN_WORDS, ...TRADE_WORDS_ABROAD, ...NAMES_ABROAD, ...HOUSEHOLD_WORDS]
}

export type Ingredients = { leaked: readonly LeakedPassword[]; domainWords?: readonly string[] }

export function makeDictionaries({ leaked, domainWords = listDomainWords() }: Ingredients): Dictionaries {
  const letterCosts = learnLetterCosts(leaked)
  const { words, strings } = learnWords(leaked, LEARNT)
  const lists = readWordLists()
  for (const { list, most, firstCost } of RANKED) {
    offer(words, (lists[list] ?? []).slice(0, most), index => firstCost + Math.log10(index + 1))
  }
  offer(words, lists['diceware-common'] ?? [], () => DICEWARE_COST)
  offer(words, listCalendarWords(), () => CALENDAR_COST)
  offer(words, listCountries(), () => COUNTRY_COST)
  offer(words, domainWords, () => DOMAIN_COST)
  offer(words, BEGINNINGS, () => BEGINNING_COST)
  for (const [cost, texts] of [...DECORATIONS, [0.8, ' ']] as [number, string][]) {
    for (const text of texts === ' ' ? [texts] : texts.split(' '))
      strings.set(text, Math.min(cost, strings.get(text) ?? cost))
  }
  return { words: keepTelling(words, letterCosts), strings, letterCosts }
}

/** Every form in which a person's own data turns up in passwords, folded, with what it costs to guess it. */

import { foldWord } from './fold.ts'
import { createTrie, type Trie } from './trie.ts'
import type { StrengthContext } from './types.ts'

export type OwnWords = { person: Trie; company: Trie }

const WHOLE = 0.4
const ALTERED = 0.8
const SHORTEST = 2
const LONGEST_ADDRESS = 254
const SHORTEST_PREFIX = 3
const VOWELS = /[aeiouy]/g
const UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', æ: 'ae', ß: 'ss' }

function splitIntoParts(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter(part => part !== '')
}

function spellOutUmlauts(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüåøæß]/g, letter => UMLAUTS[letter] ?? letter)
}

function initials(parts: readonly string[]): string {
  return parts.map(part => [...part][0] ?? '').join('')
}

/** Jan Maria Kowalski: jkowalski, jankowalski, kowalskij, jank, jmk and so on, for every pair in either order. */
function joinParts(parts: readonly string[]): string[] {
  const joined = [parts.join(''), parts.toReversed().join(''), initials(parts), initials(parts.toReversed())]
  for (const first of parts) {
    for (const second of parts) {
      if (first !== second) joined.push(first + second, initials([first]) + second, first + initials([second]))
    }
  }
  return joined
}

function formsOf(text: string): { whole: string[]; altered: string[] } {
  const whole = new Set<string>()
  for (const spelling of new Set([text, spellOutUmlauts(text)])) {
    const parts = splitIntoParts(spelling).slice(0, 8)
    for (const form of [...parts, ...joinParts(parts)]) whole.add(foldWord(form))
  }
  const altered = new Set<string>()
  for (const form of whole) {
    for (let end = SHORTEST_PREFIX; end < form.length; end++) altered.add(form.slice(0, end))
    altered.add(form.replace(VOWELS, ''))
  }
  return { whole: [...whole], altered: [...altered] }
}

function collect(texts: readonly string[]): Trie {
  const words = new Map<string, number>()
  const add = (form: string, cost: number) => {
    if (form.length >= SHORTEST) words.set(form, Math.min(cost, words.get(form) ?? cost))
  }
  for (const text of texts) {
    const { whole, altered } = formsOf(text)
    for (const form of whole) add(form, WHOLE)
    for (const form of altered) add(form, ALTERED)
  }
  return createTrie(words)
}

export function collectOwnWords(context: StrengthContext): OwnWords {
  const addresses = context.emails.map(email => email.slice(0, LONGEST_ADDRESS))
  const locals = addresses.map(address => address.split('@')[0] ?? '')
  const domains = addresses.map(address => address.split('@')[1] ?? '')
  return {
    person: collect([...context.names, ...locals, ...addresses]),
    company: collect([...context.companyWords, ...context.productWords, ...domains]),
  }
}

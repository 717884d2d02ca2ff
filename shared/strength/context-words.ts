/** The folded forms in which users put their own data into passwords, with the cost of guessing each form. */

import { foldWord, spellOutUmlauts } from './fold.ts'
import { createTrie, type Trie } from './trie.ts'
import type { StrengthContext } from './types.ts'

export type OwnWords = { person: Trie; company: Trie; personPhrases: Trie; companyPhrases: Trie }

const WHOLE = 0.4
const ALTERED = 0.8
/** Two or three letters occur in almost any text, so they explain less. */
const SHORT: Record<number, number> = { 2: 0.8, 3: 0.4 }
const SHORTEST = 2
const LONGEST_ADDRESS = 254
const SHORTEST_BEGINNING = 3
const SHORTEST_END = 4
const MOST_PARTS = 8
const LONGEST_FORM = 48
const BETWEEN = [' ', '', '-', '_', '.']
const VOWELS = /[aeiouy]/g

function splitIntoParts(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter(part => part !== '')
}

function initials(parts: readonly string[]): string {
  return parts.map(part => [...part][0] ?? '').join('')
}

/** Jan Maria Kowalski: jkowalski, jankowalski, kowalskij, jank, jmk and so on, for each pair in either order. */
function joinParts(parts: readonly string[]): string[] {
  const joined = [parts.join(''), parts.toReversed().join(''), initials(parts), initials(parts.toReversed())]
  for (const first of parts) {
    for (const second of parts) {
      if (first !== second) joined.push(first + second, initials([first]) + second, first + initials([second]))
    }
  }
  return joined
}

type Forms = { whole: Set<string>; altered: Set<string> }

/** The rest of a word without its beginning or end: `kowalski` of `jkowalski`, `harbour` of `harbourvale`. */
function listParts(form: string): string[] {
  const parts: string[] = []
  if (form.length > LONGEST_FORM) return parts
  for (let length = SHORTEST_BEGINNING; length < form.length; length++) parts.push(form.slice(0, length))
  for (let length = SHORTEST_END; length < form.length; length++) parts.push(form.slice(-length))
  return parts
}

function formsOf(text: string): Forms {
  const whole = new Set<string>()
  for (const spelling of new Set([text, spellOutUmlauts(text)])) {
    const parts = splitIntoParts(spelling).slice(0, MOST_PARTS)
    for (const form of [...parts, ...joinParts(parts)]) whole.add(foldWord(form))
  }
  const altered = new Set<string>()
  for (const form of whole) {
    for (const part of listParts(form)) altered.add(part)
    altered.add(form.replace(VOWELS, ''))
  }
  return { whole, altered }
}

function collect(texts: readonly string[]): Trie {
  const words = new Map<string, number>()
  const add = (form: string, cost: number) => {
    const full = cost + (SHORT[form.length] ?? 0)
    if (form.length >= SHORTEST) words.set(form, Math.min(full, words.get(form) ?? full))
  }
  for (const text of texts) {
    const { whole, altered } = formsOf(text)
    for (const form of whole) add(form, WHOLE)
    for (const form of altered) add(form, ALTERED)
  }
  return createTrie(words)
}

/** Names as written, with each separator between their words: `harbour & vale`, `harbour-&-vale`. */
function collectPhrases(texts: readonly string[]): Trie {
  const phrases = new Map<string, number>()
  for (const text of texts) {
    const words = text.normalize('NFC').toLowerCase().split(/\s+/).slice(0, MOST_PARTS)
    for (let count = 1; count <= words.length; count++) {
      for (const between of BETWEEN) phrases.set(words.slice(0, count).join(between), WHOLE)
    }
  }
  phrases.delete('')
  return createTrie(phrases)
}

export function collectOwnWords(context: StrengthContext): OwnWords {
  const addresses = context.emails.map(email => email.slice(0, LONGEST_ADDRESS))
  const locals = addresses.map(address => address.split('@')[0] ?? '')
  const domains = addresses.map(address => address.split('@')[1] ?? '')
  const company = [...context.companyWords, ...context.productWords, ...domains]
  return {
    person: collect([...context.names, ...locals]),
    company: collect(company),
    personPhrases: collectPhrases([...context.names, ...locals, ...addresses]),
    companyPhrases: collectPhrases(company),
  }
}

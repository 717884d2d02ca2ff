/** The dictionary file for browser and server. Front-coded words and costs in levels keep it small. */

import type { Dictionaries } from './types.ts'

const FIRST_PREFIX = 65
const LONGEST_PREFIX = 25
const FIRST_LEVEL = 33
const LAST_LEVEL = 63
export const WORD_LEVELS_PER_DECADE = 4
const FIRST_LETTER_LEVEL = 35

export type DictionaryFile = {
  words: string
  /** For each level of cost the strings of that level, joined by line ends. */
  strings: Record<string, string>
  letters: string
}

function levelOf(cost: number): number {
  return Math.min(LAST_LEVEL - FIRST_LEVEL, Math.max(0, Math.round(cost * WORD_LEVELS_PER_DECADE)))
}

function sharedPrefix(left: string, right: string): number {
  let length = 0
  while (length < left.length && length < LONGEST_PREFIX && left[length] === right[length]) length++
  return length
}

export function encodeDictionaries(dictionaries: Dictionaries): DictionaryFile {
  let words = ''
  let before = ''
  for (const word of [...dictionaries.words.keys()].sort()) {
    const prefix = sharedPrefix(before, word)
    const level = levelOf(dictionaries.words.get(word) ?? 0)
    words += String.fromCharCode(FIRST_PREFIX + prefix) + word.slice(prefix) + String.fromCharCode(FIRST_LEVEL + level)
    before = word
  }
  const byLevel = Map.groupBy([...dictionaries.strings.keys()].sort(), text =>
    levelOf(dictionaries.strings.get(text) ?? 0),
  )
  const strings = Object.fromEntries([...byLevel].map(([level, texts]) => [String(level), texts.join('\n')]))
  const letters = [...dictionaries.letterCosts].map(level => String.fromCharCode(FIRST_LETTER_LEVEL + level)).join('')
  return { words, strings, letters }
}

function decodeWords(text: string): Map<string, number> {
  const words = new Map<string, number>()
  let before = ''
  let start = 0
  for (let at = 1; at < text.length; at++) {
    const level = text.charCodeAt(at) - FIRST_LEVEL
    if (level < 0 || level > LAST_LEVEL - FIRST_LEVEL) continue
    before = before.slice(0, text.charCodeAt(start) - FIRST_PREFIX) + text.slice(start + 1, at)
    words.set(before, level / WORD_LEVELS_PER_DECADE)
    start = at + 1
    at++
  }
  return words
}

export function decodeDictionaries(file: DictionaryFile): Dictionaries {
  const strings = new Map<string, number>()
  for (const [level, texts] of Object.entries(file.strings)) {
    for (const text of texts.split('\n')) strings.set(text, Number(level) / WORD_LEVELS_PER_DECADE)
  }
  const letterCosts = Uint8Array.from(file.letters, character => character.charCodeAt(0) - FIRST_LETTER_LEVEL)
  return { words: decodeWords(file.words), strings, letterCosts }
}

/** Maps each character to the letter it represents: without case, accents or l33t. */
const L33T: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '!': 'i',
  '|': 'i',
  '@': 'a',
  $: 's',
  '+': 't',
  '€': 'e',
  '(': 'c',
  '¡': 'i',
  '§': 's',
}

/** `l` becomes `i` too. `1` and `!` represent both letters, and one spelling spares the dictionary the choice. */
const LOOKALIKES: Record<string, string> = {
  l: 'i',
  ł: 'i',
  ß: 's',
  ø: 'o',
  æ: 'a',
  œ: 'o',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  þ: 't',
}

const MARKS = /\p{M}/gu
const LETTER = /^\p{L}/u

export type FoldedCharacter = {
  /** The folded letter, or undefined for a character that represents no letter. */
  letter: string | undefined
  isSubstitute: boolean
  isUpperCase: boolean
}

const remembered = new Map<string, FoldedCharacter>()
const REMEMBERED_MOST = 2_000

export function foldCharacter(character: string): FoldedCharacter {
  const known = remembered.get(character)
  if (known) return known
  const folded = fold(character)
  if (remembered.size < REMEMBERED_MOST) remembered.set(character, folded)
  return folded
}

function fold(character: string): FoldedCharacter {
  const substitute = L33T[character]
  if (substitute !== undefined) return { letter: substitute, isSubstitute: true, isUpperCase: false }
  if (!LETTER.test(character)) return { letter: undefined, isSubstitute: false, isUpperCase: false }
  const lower = character.toLowerCase()
  const base = lower.normalize('NFD').replace(MARKS, '') || lower
  return { letter: LOOKALIKES[base] ?? base, isSubstitute: false, isUpperCase: lower !== character }
}

/** A word as the dictionaries spell it, without the characters that represent no letter. */
export function foldWord(word: string): string {
  let folded = ''
  for (const character of word.normalize('NFC')) folded += foldCharacter(character).letter ?? ''
  return folded
}

const UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', æ: 'ae', ß: 'ss' }

/** The spelling on a keyboard without these keys: `juergen` for `jürgen`. */
export function spellOutUmlauts(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüåøæß]/g, letter => UMLAUTS[letter] ?? letter)
}

import { foldCharacter } from './fold.ts'

export type Kind = 'letter' | 'digit' | 'symbol'

/** A password split into characters once, so that every pattern reads the same arrays. */
export type Characters = {
  length: number
  lower: string[]
  /** Lower case without accents, for finding keyboard walks and runs. */
  plain: string[]
  lowerCodes: Uint16Array
  /** Codes of folded letters, or 0 for a character that represents no letter. */
  foldedCodes: Uint16Array
  isSubstitute: boolean[]
  /** Like `plain`, with l33t characters replaced by their letters. */
  undisguised: string[]
  isUpper: boolean[]
  kinds: Kind[]
}

const DIGIT = /^\p{Nd}$/u
const LETTER = /^[\p{L}\p{M}]$/u
const MARKS = /\p{M}/gu

function kindOf(character: string): Kind {
  if (DIGIT.test(character)) return 'digit'
  return LETTER.test(character) ? 'letter' : 'symbol'
}

function withoutAccents(lower: string): string {
  return lower < '\u0080' ? lower : lower.normalize('NFD').replace(MARKS, '') || lower
}

export function readCharacters(codePoints: readonly string[]): Characters {
  const lower = codePoints.map(character => character.toLowerCase())
  const plain = lower.map(withoutAccents)
  const folds = codePoints.map(foldCharacter)
  return {
    length: codePoints.length,
    lower,
    plain,
    lowerCodes: codesOf(lower),
    foldedCodes: codesOf(folds.map(fold => fold.letter ?? '')),
    undisguised: folds.map((fold, at) => (fold.isSubstitute ? fold.letter : plain[at]) ?? ''),
    isSubstitute: folds.map(fold => fold.isSubstitute),
    isUpper: folds.map(fold => fold.isUpperCase),
    kinds: codePoints.map(kindOf),
  }
}

/** One code for each character. 0 is in no dictionary: it marks no letter, or a letter of more than one unit. */
function codesOf(characters: readonly string[]): Uint16Array {
  const codes = new Uint16Array(characters.length)
  for (let at = 0; at < codes.length; at++) {
    const character = characters[at] as string
    if (character.length === 1) codes[at] = character.charCodeAt(0)
  }
  return codes
}

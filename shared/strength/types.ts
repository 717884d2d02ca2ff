/** What the estimator may know about the user and the organisation. It must never contain a password. */
export type StrengthContext = {
  names: readonly string[]
  emails: readonly string[]
  companyWords: readonly string[]
  productWords: readonly string[]
  /** The least number of code points for Acceptable. */
  minimumLength: number
}

/** 0 Poor, 1 Weak, 2 Acceptable, 3 Good, 4 Excellent. */
export type Label = 0 | 1 | 2 | 3 | 4

export type ReasonCode =
  | 'empty'
  | 'too-short'
  | 'too-long'
  | 'repeats'
  | 'sequence'
  | 'few-characters'
  | 'digits-only'
  | 'own-data'
  | 'company'
  | 'common-password'
  | 'date'
  | 'common-words'
  | 'predictable'
  | 'words'
  | 'random'
  | 'mixed'
  | 'leaked'
  | 'checking'

/** `count` is the number of missing characters or found words, for the codes that mention them. */
export type Reason = { code: ReasonCode; count?: number }

export type Tip =
  | 'type-something'
  | 'lengthen'
  | 'shorten'
  | 'avoid-repeats'
  | 'avoid-sequences'
  | 'avoid-own-data'
  | 'avoid-company'
  | 'use-other-password'
  | 'mix-in-letters'
  | 'add-words'
  | 'add-a-word'
  | 'wait'

export type StrengthEstimate = {
  label: Label
  /** The decimal logarithm of the guesses that a well-informed attacker needs. */
  log10Guesses: number
  /** The most important first. Never empty. */
  reasons: Reason[]
  tip: Tip | undefined
}

export type Estimator = (password: string, context: StrengthContext) => StrengthEstimate

/** Costs are decimal logarithms: 2 means that one in a hundred choices of this kind is this word. */
export type Dictionaries = {
  /** Folded words (see fold.ts). */
  words: ReadonlyMap<string, number>
  /** Strings that aren't words, in lower case: digits, symbols, mixtures such as `1q2w3e`. */
  strings: ReadonlyMap<string, number>
  /** The cost of a character after two others, in 64 levels, by three indices of the alphabet in letters.ts. */
  letterCosts: Uint8Array
}

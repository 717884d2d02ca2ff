/** What the rule may know of the person and the organisation; none of it may carry a password. */
export type StrengthContext = {
  names: readonly string[]
  emails: readonly string[]
  companyWords: readonly string[]
  productWords: readonly string[]
  /** Code points a password needs to be Acceptable. */
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

/** `count` is characters missing, or words found, where the code speaks of them. */
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
  /** Decimal logarithm of the guesses that a well-informed attacker needs. */
  log10Guesses: number
  /** Weightiest first; never empty. */
  reasons: Reason[]
  tip: Tip | undefined
}

export type Estimator = (password: string, context: StrengthContext) => StrengthEstimate

/** Costs are decimal logarithms: 2 means that a hundredth of all choices of this kind falls on it. */
export type Dictionaries = {
  /** Folded words (see fold.ts). */
  words: ReadonlyMap<string, number>
  /** Runs that are no words: digits, symbols, mixed strings such as `1q2w3e`; lower case. */
  strings: ReadonlyMap<string, number>
  /** Cost of a character after two others, three indices of the alphabet in letters.ts, in 64 levels. */
  letterCosts: Uint8Array
}

/** Every word that people read about strength. Another language is another file of this shape. */

import type { Label, Reason, StrengthEstimate, Tip } from './types.ts'

export const LABEL_WORDS: Record<Label, string> = { 0: 'Poor', 1: 'Weak', 2: 'Acceptable', 3: 'Good', 4: 'Excellent' }

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']

const characters = (count: number) => (count === 1 ? 'one character' : `${count} characters`)

function sentenceFor(reason: Reason): string {
  const count = reason.count ?? 0
  switch (reason.code) {
    case 'empty':
      return 'Nothing to judge yet.'
    case 'too-short':
      return `Too short by ${characters(count)}.`
    case 'too-long':
      return 'Longer than 256 characters.'
    case 'repeats':
      return 'Mostly the same thing again.'
    case 'sequence':
      return 'Mostly a sequence, or keys in a row.'
    case 'few-characters':
      return 'Very few different characters.'
    case 'digits-only':
      return 'Digits alone are quickly tried through.'
    case 'own-data':
      return 'Your own name or e-mail counts as nothing here.'
    case 'company':
      return 'Words of your company count as nothing here.'
    case 'common-password':
      return 'Many people use this very password.'
    case 'date':
      return 'Dates and years are among the first guesses.'
    case 'common-words':
      return 'Common words and endings are guessed early.'
    case 'predictable':
      return 'Too short to withstand guessing.'
    case 'leaked':
      return 'This password is on lists of leaked passwords.'
    case 'words':
      return `${NUMBERS[count] ?? count} unusual words.`
    case 'random':
      return 'Hard to guess.'
    case 'mixed':
      return 'A good mixture.'
    case 'checking':
      return 'Still being checked.'
  }
}

const TIPS: Record<Tip, string> = {
  'type-something': 'Three or four unusual words make a good password.',
  lengthen: 'A few more characters would make it stronger.',
  shorten: 'Leave out what is over 256.',
  'avoid-repeats': 'Add something different instead.',
  'avoid-sequences': 'Put a few unrelated words in their place.',
  'avoid-own-data': 'Use words that have nothing to do with you.',
  'avoid-company': 'Use words that have nothing to do with work.',
  'use-other-password': 'Choose one that is only yours.',
  'mix-in-letters': 'Mix in a word or two.',
  'add-words': 'Add one or two unusual words.',
  'add-a-word': 'One more unusual word would make it stronger.',
  wait: 'The full answer comes in a moment.',
}

/** One sentence of what it is and one of what would raise it. */
export function describeStrength(estimate: StrengthEstimate): string {
  const [reason] = estimate.reasons
  const what = reason ? sentenceFor(reason) : ''
  return estimate.tip ? `${what} ${TIPS[estimate.tip]}` : what
}

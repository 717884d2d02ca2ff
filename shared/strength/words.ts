/** All text about strength that users read. To add a language, add a file of the same shape. */

import type { Label, Reason, StrengthEstimate, Tip } from './types.ts'

export const LABEL_WORDS: Record<Label, string> = { 0: 'Poor', 1: 'Weak', 2: 'Acceptable', 3: 'Good', 4: 'Excellent' }

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']

const characters = (count: number) => (count === 1 ? 'one character' : `${count} characters`)

function sentenceFor(reason: Reason): string {
  const count = reason.count ?? 0
  switch (reason.code) {
    case 'empty':
      return 'Nothing typed yet.'
    case 'too-short':
      return `Too short by ${characters(count)}.`
    case 'too-long':
      return 'Longer than 256 characters.'
    case 'repeats':
      return 'Mostly repeats.'
    case 'sequence':
      return 'Mostly a sequence or neighbouring keys.'
    case 'few-characters':
      return 'Too few different characters.'
    case 'digits-only':
      return 'Digits alone are easy to guess.'
    case 'own-data':
      return "Your own name and email don't add strength."
    case 'company':
      return "Your company's words don't add strength."
    case 'common-password':
      return 'Many people use this password.'
    case 'date':
      return 'Attackers guess dates and years first.'
    case 'common-words':
      return 'Attackers guess common words and endings early.'
    case 'predictable':
      return 'Short enough to guess.'
    case 'leaked':
      return 'This password is on a list of leaked passwords.'
    case 'words':
      return `${NUMBERS[count] ?? count} unusual words.`
    case 'random':
      return 'Hard to guess.'
    case 'mixed':
      return 'A good mix.'
    case 'checking':
      return 'Still checking.'
  }
}

const TIPS: Record<Tip, string> = {
  'type-something': 'Three or four unusual words make a good password.',
  lengthen: 'A few more characters would make it stronger.',
  shorten: 'Shorten it to 256 characters.',
  'avoid-repeats': 'Use something different instead.',
  'avoid-sequences': 'Use a few unrelated words instead.',
  'avoid-own-data': 'Use words that have nothing to do with you.',
  'avoid-company': 'Use words that have nothing to do with work.',
  'use-other-password': 'Choose one that only you use.',
  'mix-in-letters': 'Add a word or two.',
  'add-words': 'Add one or two unusual words.',
  'add-a-word': 'One more unusual word would make it stronger.',
  wait: 'The result will appear in a moment.',
}

/** Answers one sentence with the main reason, and one that says how to make the password stronger. */
export function describeStrength(estimate: StrengthEstimate): string {
  const [reason] = estimate.reasons
  const what = reason ? sentenceFor(reason) : ''
  return estimate.tip ? `${what} ${TIPS[estimate.tip]}` : what
}

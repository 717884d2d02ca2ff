import { addressWords } from '../../platform/names/address-words.ts'
import type { BadContactName } from './contact-names.ts'
import type { NameRefusal, UsernameRefusal } from './username.ts'

const ofNames: Record<UsernameRefusal, string> = {
  empty: 'Enter a username.',
  'too-long': 'A username has at most 254 characters.',
  'control-characters': "A username can't contain control characters or line breaks.",
  'mixed-scripts': 'This username mixes letters of two alphabets. Type it again on one keyboard.',
}

/** Why the username or the address of an account is refused; undefined if there is nothing to add. */
export function namingWords(bad: BadContactName): string | undefined {
  if (bad.kind === 'bad-contact-name') return undefined
  return bad.kind === 'bad-address' ? addressWords(bad.refusal) : usernameWords(bad.refusal)
}

/** Why a username is refused, and what to do about it. */
export function usernameWords(refusal: NameRefusal): string {
  return refusal.of === 'address' ? addressWords(refusal.refusal) : ofNames[refusal.why]
}

import { describeStrength } from '../../../shared/strength/words.ts'
import type { NewPasswordRefusal } from './judge-new-password.ts'
import type { ResetErrors } from './recovery.pages.ts'

export const codeWords = {
  malformed: 'Enter the 6 digits from the email.',
  several: 'There is more than one number of 6 digits here. Enter only the code from the email.',
  wrong: (triesLeft: number) =>
    `That isn't the code for this link. Use the code from the same email. ${triesLeft === 1 ? 'One try is' : `${triesLeft} tries are`} left.`,
}

/** Error texts for a new password, by field. */
export function newPasswordWords(refusal: NewPasswordRefusal): ResetErrors {
  switch (refusal.why) {
    case 'empty':
      return { newPassword: 'Choose a new password.' }
    case 'mismatch':
      return { confirmPassword: "The two passwords don't match. Type the same one in both fields." }
    case 'too-short':
      return { newPassword: `The password needs at least ${refusal.minimumLength} characters.` }
    case 'too-long':
      return { newPassword: 'The password is too long. Use at most 256 characters.' }
    case 'leaked':
      return {
        newPassword: 'This password is on a list of leaked passwords that attackers try first. Choose another one.',
      }
    case 'weak':
      return { newPassword: `This password is too easy to guess. ${describeStrength(refusal.estimate)}` }
  }
}

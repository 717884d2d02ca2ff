import type { ContactSummary } from '../../shared/contract/retailers.ts'

export type ContactCommand =
  | 'invitation'
  | 'password-reset'
  | 'withdraw-access'
  | 'restore-access'
  | 'unlock'
  | 'remove-factors'

/** The question before each command, with its consequences. */
export function commandWords(name: ContactCommand, { fullName, username, email }: ContactSummary) {
  switch (name) {
    case 'invitation':
      return {
        question: `Invite ${fullName} to the website?`,
        text: `An email goes to ${email}, for the username ${username}. It works for three days. You won't see the link, the code or the password.`,
        confirm: 'Send Website Invite',
      }
    case 'password-reset':
      return {
        question: `Send ${fullName} a password reset email?`,
        text: `It goes to ${email}, for the username ${username}. The old password works until a new one is saved. You won't see the link, the code or the password.`,
        confirm: 'OK',
      }
    case 'withdraw-access':
      return {
        question: `Withdraw the website access of ${fullName}?`,
        text: `${username} is signed out everywhere and can't sign in any more. Reset links stop working. You can restore access at any time.`,
        confirm: 'Withdraw access',
      }
    case 'unlock':
      return {
        question: `Unlock ${fullName}?`,
        text: `This ends an administrator's lock. Failed attempts for ${username} are cleared, so the next attempt doesn't have to wait. The password doesn't change.`,
        confirm: 'Unlock',
      }
    case 'remove-factors':
      return {
        question: `Remove the second step of ${fullName}?`,
        text: `First make sure that you are talking to the person. Then ${username} signs in with the password alone. An email tells the person.`,
        confirm: 'Remove',
      }
    case 'restore-access':
      return {
        question: `Restore the website access of ${fullName}?`,
        text: `${username} can sign in again with the same password.`,
        confirm: 'Restore access',
      }
  }
}

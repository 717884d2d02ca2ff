import type { ContactSummary } from '../../shared/contract/retailers.ts'

export type ContactOrder = 'invitation' | 'password-reset' | 'withdraw-access' | 'restore-access' | 'unlock'

/** What each order asks before it is given: what will happen, in words. */
export function orderWords(name: ContactOrder, { fullName, username, email }: ContactSummary) {
  switch (name) {
    case 'invitation':
      return {
        question: `Invite ${fullName} to the website?`,
        text: `A mail goes to ${email}, for the username ${username}. It works for three days. You will not see link, code or password.`,
        confirm: 'Send Website Invite',
      }
    case 'password-reset':
      return {
        question: `Send ${fullName} a mail that leads to a new password?`,
        text: `It goes to ${email}, for the username ${username}. The old password works until a new one is saved. You will not see link, code or password.`,
        confirm: 'OK',
      }
    case 'withdraw-access':
      return {
        question: `Withdraw the website access of ${fullName}?`,
        text: `${username} is signed out everywhere and cannot sign in any more. Links of reset mails stop working. You can restore it at any time.`,
        confirm: 'Withdraw access',
      }
    case 'unlock':
      return {
        question: `Unlock ${fullName}?`,
        text: `A lock set by an administrator ends, and wrong passwords tried for ${username} are forgotten, so that the next try need not wait. The password stays what it is.`,
        confirm: 'Unlock',
      }
    case 'restore-access':
      return {
        question: `Restore the website access of ${fullName}?`,
        text: `${username} can sign in again with the password from before.`,
        confirm: 'Restore access',
      }
  }
}

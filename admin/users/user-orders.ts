import type { UserDetails } from '../../shared/contract/users.ts'

export type OrderName =
  | 'password-reset'
  | 'invitation'
  | 'end-sessions'
  | 'lock'
  | 'unlock'
  | 'mark-compromised'
  | 'deactivate'
  | 'reactivate'
  | `sessions/${string}/end`

export type OrderWords = { question: string; text: string; confirm: string }

/** What each order asks before it is given: what will happen, in words. */
export function orderWords(name: OrderName, { username, mailAddress, sessions, status }: UserDetails): OrderWords {
  switch (name) {
    case 'password-reset':
      return {
        question: 'Send a mail that leads to a new password?',
        text: `It goes to ${mailAddress ?? username}. The old password works until a new one is saved. You will not see link, code or password.`,
        confirm: 'OK',
      }
    case 'invitation':
      return {
        question: 'Send the invitation?',
        text: `It goes to ${mailAddress ?? username}, and leads to the first password. It works for three days; you will not see link, code or password.`,
        confirm: 'OK',
      }
    case 'end-sessions':
      return {
        question: 'Sign this user out everywhere?',
        text: `${username} is signed in ${sessions.length === 1 ? 'once' : `${sessions.length} times`}. The password stays what it is.`,
        confirm: 'End all sessions',
      }
    case 'lock':
      return {
        question: 'Lock this user?',
        text: `${username} is signed out everywhere and cannot sign in until an administrator unlocks. A new password does not open it. The licence stays taken, and what waits on a device stays there.`,
        confirm: 'Lock',
      }
    case 'unlock':
      return {
        question: 'Unlock this user?',
        text: `A lock set by an administrator ends, and wrong passwords tried for ${username} are forgotten, so that the next try need not wait. The password stays what it is.`,
        confirm: 'Unlock',
      }
    case 'mark-compromised':
      return {
        question: 'Does somebody else know the password?',
        text: `The password of ${username} opens nothing any more, and every session ends. Only a reset leads back in.`,
        confirm: 'Mark as compromised',
      }
    case 'deactivate':
      return {
        question: 'Deactivate this user?',
        text: `${username} is signed out everywhere and cannot sign in any more. Links of reset mails stop working. You can reactivate at any time.`,
        confirm: 'Deactivate',
      }
    case 'reactivate':
      if (status === 'unlicensed')
        return {
          question: 'Give this user a licence?',
          text: `${username} takes a free licence of the user type, and can sign in again with the password from before.`,
          confirm: 'Give a licence',
        }
      return {
        question: 'Reactivate this user?',
        text: `${username} can sign in again with the password from before.`,
        confirm: 'Reactivate',
      }
    default:
      return {
        question: 'End this session?',
        text: `${username} is signed out there and stays signed in elsewhere. The password stays what it is.`,
        confirm: 'End',
      }
  }
}

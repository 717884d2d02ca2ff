import type { UserDetails } from '../../shared/contract/users.ts'

export type CommandName =
  | 'password-reset'
  | 'invitation'
  | 'end-sessions'
  | 'lock'
  | 'unlock'
  | 'remove-factors'
  | 'mark-compromised'
  | 'deactivate'
  | 'reactivate'
  | `sessions/${string}/end`

export type CommandWords = { question: string; text: string; confirm: string }

/** The question before each command, with its consequences. */
export function commandWords(
  name: CommandName,
  { username, mailAddress, sessions, status }: UserDetails,
): CommandWords {
  switch (name) {
    case 'password-reset':
      return {
        question: 'Send a password reset email?',
        text: `It goes to ${mailAddress ?? username}. The old password works until a new one is saved. You won't see the link, the code or the password.`,
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
        text: `${username} is signed in ${sessions.length === 1 ? 'once' : `${sessions.length} times`}. The password doesn't change.`,
        confirm: 'End all sessions',
      }
    case 'lock':
      return {
        question: 'Lock this user?',
        text: `${username} is signed out everywhere and can't sign in until an administrator unlocks the account. A new password doesn't unlock it. The licence stays in use, and unsent orders stay on the device.`,
        confirm: 'Lock',
      }
    case 'unlock':
      return {
        question: 'Unlock this user?',
        text: `This ends an administrator's lock. Failed attempts for ${username} are cleared, so the next attempt doesn't have to wait. The password doesn't change.`,
        confirm: 'Unlock',
      }
    case 'remove-factors':
      return {
        question: 'Remove the second step?',
        text: `First make sure that you are talking to the person. Then ${username} signs in with the password alone, and sets up a new second step if your rules require one. An email tells the person.`,
        confirm: 'Remove',
      }
    case 'mark-compromised':
      return {
        question: 'Does someone else know the password?',
        text: `The password of ${username} stops working, and every session ends. Only a reset lets the person back in.`,
        confirm: 'Mark as compromised',
      }
    case 'deactivate':
      return {
        question: 'Deactivate this user?',
        text: `${username} is signed out everywhere and can't sign in any more. Reset links stop working. You can reactivate the user at any time.`,
        confirm: 'Deactivate',
      }
    case 'reactivate':
      if (status === 'unlicensed')
        return {
          question: 'Give this user a licence?',
          text: `${username} takes a free licence of the user type, and can sign in again with the same password.`,
          confirm: 'Give a licence',
        }
      return {
        question: 'Reactivate this user?',
        text: `${username} can sign in again with the same password.`,
        confirm: 'Reactivate',
      }
    default:
      return {
        question: 'End this session?',
        text: `${username} is signed out there and stays signed in elsewhere. The password doesn't change.`,
        confirm: 'End',
      }
  }
}

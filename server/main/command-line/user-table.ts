import { userTypes } from '../../../shared/contract/user-lists.ts'
import { type Command, choice, defineCommand, flag, text } from './command.ts'

export const userCommands: readonly Command[] = [
  defineCommand('user list', {
    says: 'lists users and contacts, and what blocks a sign-in',
    printsJson: true,
    load: async () => (await import('./list-users.ts')).listUsers,
  }),
  defineCommand('user add', {
    says: 'adds a user, without a password',
    operands: ['username'],
    options: {
      type: choice('TYPE', userTypes),
      'given-name': text('NAME', 'the given name'),
      'family-name': text('NAME', 'the family name'),
      'email-to': text('ADDRESS', 'a second address for notices'),
    },
    load: async () => (await import('./add-user.ts')).addUser,
  }),
  defineCommand('user reset', {
    says: 'sends the password reset email, or shows link and code on this terminal',
    operands: ['username'],
    options: { print: flag('shows link and code on this terminal, and sends no reset email') },
    load: async () => (await import('./reset-user.ts')).resetUser,
  }),
  defineCommand('user rename', {
    says: 'changes a username without a waiting period and notifies both addresses',
    operands: ['username', 'new-username'],
    load: async () => (await import('./rename-user.ts')).renameUser,
  }),
  defineCommand('user deactivate', {
    says: 'deactivates a user and ends every session of the user',
    operands: ['username'],
    load: async () => (await import('./user-states.ts')).deactivateUser,
  }),
  defineCommand('user reactivate', {
    says: 'reactivates a user',
    operands: ['username'],
    load: async () => (await import('./user-states.ts')).reactivateUser,
  }),
  defineCommand('user unlock', {
    says: 'unlocks an account that an administrator or wrong passwords have locked',
    operands: ['username'],
    load: async () => (await import('./user-states.ts')).unlockUser,
  }),
  defineCommand('user remove-factors', {
    says: 'removes the second step of a person who lost it; the person is told',
    operands: ['username'],
    load: async () => (await import('./user-states.ts')).removeFactors,
  }),
]

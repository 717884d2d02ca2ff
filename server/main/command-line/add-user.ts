import type { UserType } from '../../../shared/contract/user-lists.ts'
import { roleOfFirst } from '../../office/users/add-user.ts'
import { usernameWords } from '../../people/accounts/username-words.ts'
import { addressWords } from '../../platform/names/address-words.ts'
import { withGround } from './open-ground.ts'
import { CommandError, type Terminal } from './terminal.ts'

type Values = Record<'given-name' | 'family-name' | 'email-to', string | undefined> & { type: UserType }
type Input = { operands: { username: string }; values: Values }

export async function addUser(terminal: Terminal, { operands, values }: Input): Promise<void> {
  const user = {
    username: operands.username,
    userType: values.type,
    givenName: values['given-name'] ?? '',
    familyName: values['family-name'] ?? '',
    emailTo: values['email-to'] ?? null,
    roleId: roleOfFirst(values.type),
  }
  const added = await withGround(terminal, actions => actions.addUser({ user, authority: { actor: 'command-line' } }))
  switch (added.kind) {
    case 'added':
      return terminal.say(
        `Added ${operands.username}. Next: fieldkey user reset ${operands.username} sends the password reset email.`,
      )
    case 'taken':
      throw new CommandError(`${operands.username} already exists: see fieldkey user list`)
    case 'no-licence':
      throw new CommandError(`No licence of type ${values.type} is free: enable one more with fieldkey subscription`)
    case 'above-you':
      throw new Error('The command line was refused a role')
    case 'bad-username':
      throw new CommandError(`${operands.username} can't be a username. ${usernameWords(added.refusal)}`)
    case 'bad-address':
      throw new CommandError(`${user.emailTo} can't be an email address. ${addressWords(added.refusal)}`)
  }
}

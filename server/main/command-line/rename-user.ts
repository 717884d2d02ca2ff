import { usernameWords } from '../../people/accounts/username-words.ts'
import { withGround } from './open-ground.ts'
import { CommandError, type Terminal } from './terminal.ts'
import { getAccountOf } from './typed-account.ts'

type Input = { operands: { username: string; 'new-username': string } }

export async function renameUser(terminal: Terminal, { operands }: Input): Promise<void> {
  const { username: before, 'new-username': username } = operands
  const renamed = await withGround(terminal, async (actions, ground) => {
    const { id: accountId } = await getAccountOf(ground, before)
    return actions.changeUsername({ accountId, username, authority: { actor: 'command-line' } })
  })
  switch (renamed.kind) {
    case 'changed':
      return terminal.say(
        renamed.wait
          ? `${before} is now ${username}. Someone disputed an earlier change, so no reset email that other people request goes there until an administrator settles the dispute. Both addresses get a notice.`
          : `${before} is now ${username}, and emails now go there. Both addresses get a notice.`,
      )
    case 'unchanged':
      return terminal.say(`The username is already ${username}.`)
    case 'taken':
      throw new CommandError(`${username} already exists: see fieldkey user list`)
    case 'bad-username':
      throw new CommandError(`${username} can't be a username. ${usernameWords(renamed.refusal)}`)
    case 'above-you':
      throw new CommandError(`${before} isn't a user: change the address of a contact on the admin site`)
  }
}

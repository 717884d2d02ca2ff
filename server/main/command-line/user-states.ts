import { withGround } from './open-ground.ts'
import { CommandError, type Terminal } from './terminal.ts'
import { getAccountOf } from './typed-account.ts'

type Input = { operands: { username: string } }

export async function deactivateUser(terminal: Terminal, { operands: { username } }: Input): Promise<void> {
  const deactivated = await withGround(terminal, async (actions, ground) => {
    const account = await getAccountOf(ground, username)
    return actions.deactivateUser({ accountId: account.id, authority: { actor: 'command-line' } })
  })
  switch (deactivated.kind) {
    case 'deactivated':
      return terminal.say(`Deactivated ${username}; sessions ended: ${deactivated.sessionsEnded}.`)
    case 'was-inactive':
      return terminal.say(`${username} is already deactivated.`)
    case 'last-administrator':
      throw new CommandError(
        `${username} is the last administrator with full rights: add another one first with fieldkey user add`,
      )
    case 'yourself':
    case 'above-you':
      throw new Error(`The command line was refused: ${deactivated.kind}`)
  }
}

export async function reactivateUser(terminal: Terminal, { operands: { username } }: Input): Promise<void> {
  const reactivated = await withGround(terminal, async (actions, ground) => {
    const { id: accountId } = await getAccountOf(ground, username)
    return actions.reactivateUser({ accountId, authority: { actor: 'command-line' } })
  })
  switch (reactivated.kind) {
    case 'reactivated':
      return terminal.say(`Reactivated ${username}, with the previous password.`)
    case 'was-active':
      return terminal.say(`${username} is already active.`)
    case 'no-licence':
      throw new CommandError('No licence of that user type is free: enable one more with fieldkey subscription')
    case 'above-you':
      throw new Error('The command line was refused a reactivation')
  }
}

export async function unlockUser(terminal: Terminal, { operands: { username } }: Input): Promise<void> {
  await withGround(terminal, async (actions, ground) => {
    const { id: accountId } = await getAccountOf(ground, username)
    return actions.unlockAccount({ accountId, authority: { actor: 'command-line' } })
  })
  terminal.say(`Unlocked ${username}: the administrator's lock and the count of wrong passwords are cleared.`)
}

export async function removeFactors(terminal: Terminal, { operands: { username } }: Input): Promise<void> {
  const { kind } = await withGround(terminal, async (actions, ground) => {
    const { id: accountId } = await getAccountOf(ground, username)
    return actions.removeFactors({ accountId, authority: { actor: 'command-line' } })
  })
  terminal.say(kind === 'no-factors' ? `${username} has no second step.` : `Removed the second step of ${username}.`)
}

import { type Account, findMailAddress, whyClosed } from '../../people/accounts/account.ts'
import { waitWords } from '../../platform/html/moment-words.ts'
import type { Actions } from '../actions.ts'
import { withGround } from './open-ground.ts'
import { CommandError, type Terminal } from './terminal.ts'
import { closedWords, getAccountOf, openingWords } from './typed-account.ts'

type Input = { operands: { username: string }; values: { print: boolean } }

export async function resetUser(terminal: Terminal, { operands, values }: Input): Promise<void> {
  if (values.print && !terminal.isInteractive) {
    throw new CommandError('--print writes to a terminal only, never to a file or a pipe: run it by hand')
  }
  await withGround(terminal, async (actions, ground) => {
    const account = await getAccountOf(ground, operands.username)
    const { isDrill } = ground.config
    await (values.print ? printReset(terminal, actions, account) : mailReset(terminal, { actions, account, isDrill }))
  })
}

type Mailing = { actions: Actions; account: Account; isDrill: boolean }

async function mailReset(terminal: Terminal, { actions, account, isDrill }: Mailing): Promise<void> {
  const asked = await actions.requestReset({ accountId: account.id, asker: { askedBy: 'command-line' } })
  switch (asked.kind) {
    case 'asked':
      return sayQueued(terminal, account, isDrill)
    case 'on-its-way':
      return terminal.say(
        'An email to this account is queued or was sent less than a minute ago, so no second one was queued.',
      )
    case 'too-many':
      throw new CommandError(`Too many emails to this account. Try again in ${waitWords(asked.retryAfterSeconds)}.`)
    case 'has-password':
    case 'address-waits':
      throw new Error(`The command line was refused: ${asked.kind}`)
    case 'no-address':
      throw new CommandError(
        `${account.username} isn't an email address. Use --print, and give the link and code to the user.`,
      )
  }
}

function sayQueued(terminal: Terminal, account: Account, isDrill: boolean): void {
  const sender = isDrill ? 'A drill sends no email: use --print.' : 'The running server sends it.'
  terminal.say(`An email to ${findMailAddress(account)} is queued. ${sender}`)
  const why = whyClosed(account)
  if (why)
    terminal.say(`It has no code: the account is closed (${closedWords[why]}). ${openingWords[why](account.username)}`)
}

async function printReset(terminal: Terminal, actions: Actions, account: Account): Promise<void> {
  const printed = await actions.printReset(account.id)
  if (printed.kind === 'closed') {
    const { username } = account
    throw new CommandError(
      `${username} can't sign in (${closedWords[printed.why]}), so a new password wouldn't help. ${openingWords[printed.why](username)}`,
    )
  }
  terminal.say(
    `For ${account.username}, for ${printed.minutes} minutes:\n\n  ${printed.link}\n  Code: ${printed.code}\n`,
  )
  terminal.say('This is recorded in the audit, and the account gets an email about it.')
}

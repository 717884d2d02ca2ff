import { parseArgs } from 'node:util'
import { type Account, type ClosedBecause, findMailAddress, whyClosed } from '../accounts/account.ts'
import { findAccountByKey, listAccounts } from '../accounts/accounts.store.ts'
import { readUsername } from '../accounts/username.ts'
import type { Actions } from '../actions.ts'
import type { UserType } from '../database/account-tables.ts'
import type { Ground } from '../ground.ts'
import { waitWords } from '../html/moment-words.ts'
import { roleOfFirst } from '../users/add-user.ts'
import { withGround } from './open-ground.ts'
import { CommandError, type Terminal } from './terminal.ts'

const userTypes: readonly UserType[] = ['admin', 'dual', 'device', 'scan']

const closedWords: Record<ClosedBecause, string> = {
  inactive: 'deactivated',
  locked: 'locked',
  unlicensed: 'no licence',
  'retailer-closed': 'retailer closed',
  'no-website-access': 'no website access',
}

const openingWords: Record<ClosedBecause, (username: string) => string> = {
  inactive: username => `First: fieldkey user reactivate ${username}`,
  locked: username => `First: fieldkey user unlock ${username}`,
  unlicensed: username => `First: fieldkey user reactivate ${username}`,
  'retailer-closed': () => 'First open the retailer on the admin site, under Retailers.',
  'no-website-access': () => 'First give it back on the admin site, under Retailers.',
}

export const userUsage = `  fieldkey user add USERNAME --type admin|dual|device|scan --given-name NAME --family-name NAME [--email-to ADDRESS]
  fieldkey user list
  fieldkey user reset USERNAME [--print]
  fieldkey user rename USERNAME NEW-USERNAME
  fieldkey user deactivate USERNAME
  fieldkey user reactivate USERNAME
  fieldkey user unlock USERNAME`

export async function userCommand(terminal: Terminal, [command = '', ...args]: string[]): Promise<void> {
  const commands: Record<string, typeof addUser> = {
    add: addUser,
    list: listUsers,
    reset: resetUser,
    rename: renameUser,
    deactivate: deactivateUser,
    reactivate: reactivateUser,
    unlock: unlockUser,
  }
  const run = commands[command]
  if (!run) throw new CommandError(`Write one of:\n${userUsage}`)
  await run(terminal, args)
}

async function addUser(terminal: Terminal, args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      type: { type: 'string' },
      'given-name': { type: 'string', default: '' },
      'family-name': { type: 'string', default: '' },
      'email-to': { type: 'string' },
    },
  })
  const username = requireUsername(positionals)
  const userType = userTypes.find(type => type === values.type)
  if (!userType) throw new CommandError(`--type must be one of ${userTypes.join(', ')}`)
  const user = {
    username,
    userType,
    givenName: values['given-name'],
    familyName: values['family-name'],
    emailTo: values['email-to'] ?? null,
    roleId: roleOfFirst(userType),
  }
  const added = await withGround(terminal, actions => actions.addUser({ user, authority: { actor: 'command-line' } }))
  switch (added.kind) {
    case 'added':
      return terminal.say(
        `Added ${username}. Next: fieldkey user reset ${username} sends the mail that leads to a password.`,
      )
    case 'taken':
      throw new CommandError(`${username} exists already: see fieldkey user list`)
    case 'no-licence':
      throw new CommandError(`No licence of type ${userType} is free: enable one more: fieldkey subscription`)
    case 'above-you':
      throw new Error('The command line was refused a role')
    case 'refused':
      throw new CommandError(`${username} cannot be a username: it must be an e-mail address such as rep@example.com`)
  }
}

async function listUsers(terminal: Terminal): Promise<void> {
  const accounts = await withGround(terminal, (_, { db }) => listAccounts(db))
  if (accounts.length === 0) return terminal.say('There are no users yet. Add one: fieldkey user add')
  const rows = accounts.map(account => [account.username, kindOf(account), stateOf(account)])
  const widths = [0, 1].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  for (const row of rows) terminal.say(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
}

async function resetUser(terminal: Terminal, args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { print: { type: 'boolean' } } })
  const username = requireUsername(positionals)
  if (values.print && !terminal.isInteractive) {
    throw new CommandError('--print writes to a terminal only, never into a file or a pipe: run it by hand')
  }
  await withGround(terminal, async (actions, ground) => {
    const account = await getAccountOf(ground, username)
    await (values.print ? printReset(terminal, actions, account) : mailReset(terminal, actions, account))
  })
}

async function mailReset(terminal: Terminal, actions: Actions, account: Account): Promise<void> {
  const asked = await actions.requestReset({ accountId: account.id, asker: { askedBy: 'command-line' } })
  switch (asked.kind) {
    case 'asked':
      return sayQueued(terminal, account)
    case 'on-its-way':
      return terminal.say('A mail for this account is on its way or younger than a minute: nothing more was queued.')
    case 'too-many':
      throw new CommandError(
        `Too many mails for this account. In ${waitWords(asked.retryAfterSeconds)} it works again.`,
      )
    case 'has-password':
    case 'address-waits':
      throw new Error(`The command line was refused: ${asked.kind}`)
    case 'no-address':
      throw new CommandError(
        `${account.username} is no e-mail address. Use --print, and give the link and code to the person.`,
      )
  }
}

function sayQueued(terminal: Terminal, account: Account): void {
  terminal.say(`A mail to ${findMailAddress(account)} is queued; the running server hands it over.`)
  const why = whyClosed(account)
  if (why)
    terminal.say(
      `It carries no code: the account is closed (${closedWords[why]}). ${openingWords[why](account.username)}`,
    )
}

async function printReset(terminal: Terminal, actions: Actions, account: Account): Promise<void> {
  const printed = await actions.printReset(account.id)
  if (printed.kind === 'closed') {
    const { username } = account
    throw new CommandError(
      `${username} cannot sign in (${closedWords[printed.why]}), so a new password would not help. ${openingWords[printed.why](username)}`,
    )
  }
  terminal.say(
    `For ${account.username}, for ${printed.minutes} minutes:\n\n  ${printed.link}\n  Code: ${printed.code}\n`,
  )
  terminal.say('This is written into the audit, and the account is told by mail.')
}

async function renameUser(terminal: Terminal, args: string[]): Promise<void> {
  const before = requireUsername(args)
  const [, username] = args
  if (username === undefined) throw new CommandError(`The new username is missing. Write one of:\n${userUsage}`)
  const renamed = await withGround(terminal, async (actions, ground) => {
    const { id: accountId } = await getAccountOf(ground, before)
    return actions.changeUsername({ accountId, username, authority: { actor: 'command-line' } })
  })
  switch (renamed.kind) {
    case 'changed':
      return terminal.say(`${before} is ${username} now, and mails go there at once. Both addresses are told.`)
    case 'unchanged':
      return terminal.say(`The username is ${username} already.`)
    case 'taken':
      throw new CommandError(`${username} exists already: see fieldkey user list`)
    case 'bad-username':
      throw new CommandError(`${username} cannot be a username: it must be an e-mail address such as rep@example.com`)
    case 'above-you':
      throw new CommandError(`${before} is no user: the address of a contact is changed on the admin site`)
  }
}

async function deactivateUser(terminal: Terminal, args: string[]): Promise<void> {
  const username = requireUsername(args)
  const deactivated = await withGround(terminal, async (actions, ground) => {
    const account = await getAccountOf(ground, username)
    return actions.deactivateUser({ accountId: account.id, authority: { actor: 'command-line' } })
  })
  switch (deactivated.kind) {
    case 'deactivated':
      return terminal.say(`Deactivated ${username}; sessions ended: ${deactivated.sessionsEnded}.`)
    case 'was-inactive':
      return terminal.say(`${username} was deactivated before.`)
    case 'last-administrator':
      throw new CommandError(`${username} is the last one with full rights: add another first, fieldkey user add`)
    case 'yourself':
    case 'above-you':
      throw new Error(`The command line was refused: ${deactivated.kind}`)
  }
}

async function reactivateUser(terminal: Terminal, args: string[]): Promise<void> {
  const username = requireUsername(args)
  const reactivated = await withGround(terminal, async (actions, ground) => {
    const { id: accountId } = await getAccountOf(ground, username)
    return actions.reactivateUser({ accountId, authority: { actor: 'command-line' } })
  })
  switch (reactivated.kind) {
    case 'reactivated':
      return terminal.say(`Reactivated ${username}, with the password that it had.`)
    case 'was-active':
      return terminal.say(`${username} was active before.`)
    case 'no-licence':
      throw new CommandError('No licence of that user type is free: enable one more, fieldkey subscription')
    case 'above-you':
      throw new Error('The command line was refused a reactivation')
  }
}

async function unlockUser(terminal: Terminal, args: string[]): Promise<void> {
  const username = requireUsername(args)
  await withGround(terminal, async (actions, ground) => {
    const { id: accountId } = await getAccountOf(ground, username)
    return actions.unlockAccount({ accountId, authority: { actor: 'command-line' } })
  })
  terminal.say(`Unlocked ${username}: what an administrator or wrong passwords had locked is open.`)
}

function requireUsername([username]: string[]): string {
  if (!username) throw new CommandError(`A username is missing. Write one of:\n${userUsage}`)
  return username
}

async function getAccountOf({ db }: Ground, username: string): Promise<Account> {
  const read = readUsername(username)
  const account = read.kind === 'read' ? await findAccountByKey(db, read.username.key) : undefined
  if (!account) throw new CommandError(`Nobody has the username ${username}: see fieldkey user list`)
  return account
}

function kindOf(account: Account): string {
  return account.kind === 'user' ? account.userType : 'contact'
}

function stateOf(account: Account): string {
  const why = whyClosed(account)
  if (why) return closedWords[why]
  return account.compromisedAt ? 'waits for a reset' : 'active'
}

import { type Account, whyClosed } from '../../people/accounts/account.ts'
import { listAccounts } from '../../people/accounts/accounts.store.ts'
import { withDatabase } from './open-ground.ts'
import { sayJson, type Terminal } from './terminal.ts'
import { closedWords } from './typed-account.ts'

export async function listUsers(terminal: Terminal, { values }: { values: { json: boolean } }): Promise<void> {
  const accounts = await withDatabase(terminal, ({ database }) => listAccounts(database.db))
  if (values.json) return sayJson(terminal, accounts.map(toJson))
  if (accounts.length === 0) return terminal.say('There are no users yet. Add one: fieldkey user add')
  const rows = accounts.map(account => [account.username, kindOf(account), stateOf(account)])
  const widths = [0, 1].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  for (const row of rows) terminal.say(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
}

function toJson(account: Account) {
  const { id, username } = account
  return {
    id,
    username,
    type: kindOf(account),
    state: whyClosed(account) ?? (account.compromisedAt ? 'compromised' : 'active'),
  }
}

function kindOf(account: Account): string {
  return account.kind === 'user' ? account.userType : 'contact'
}

function stateOf(account: Account): string {
  const why = whyClosed(account)
  if (why) return closedWords[why]
  return account.compromisedAt ? 'needs a password reset' : 'active'
}

import { withGround } from './open-ground.ts'
import { CommandError, sayJson, type Terminal, UsageError } from './terminal.ts'

const authority = { actor: 'command-line' } as const
const mostDays = 365

type TokenToAdd = { operands: { name: string }; values: { role: string; days: string | undefined } }

/** Prints the token alone on standard output, so that a script can read it. */
export async function addToken(terminal: Terminal, { operands: { name }, values }: TokenToAdd): Promise<void> {
  const days = Number(values.days ?? mostDays)
  if (!Number.isInteger(days) || days < 1 || days > mostDays) throw new UsageError(`--days is 1 to ${mostDays}.`)
  const trimmed = name.trim()
  if (trimmed === '' || trimmed.length > 100) throw new UsageError('Name the token after the system that uses it.')
  const command = { name: trimmed, role: { name: values.role }, days, authority }
  const added = await withGround(terminal, actions => actions.addServiceToken(command))
  if (added.kind === 'no-such-role')
    throw new CommandError(`There is no role ${values.role}. Add it under Roles first.`)
  if (added.kind !== 'added') {
    throw new CommandError(`A token is called ${trimmed}. Revoke it first, or choose another name.`)
  }
  terminal.say(added.token)
}

export async function listTokens(terminal: Terminal, { values }: { values: { json: boolean } }): Promise<void> {
  const tokens = await withGround(terminal, actions => actions.listServiceTokens())
  if (values.json) return sayJson(terminal, tokens)
  const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? 'never used'
  for (const { name, role, expiresAt, lastUsedAt } of tokens)
    terminal.say([name, role, `until ${day(expiresAt)}`, day(lastUsedAt)].join('\t'))
}

export async function revokeToken(terminal: Terminal, { operands }: { operands: { name: string } }): Promise<void> {
  const { kind } = await withGround(terminal, actions => actions.revokeServiceToken({ token: operands, authority }))
  if (kind === 'no-such-token')
    throw new CommandError(`There is no token ${operands.name}. fieldkey token list shows them.`)
  terminal.say(`Revoked ${operands.name}. Its next call is refused.`)
}

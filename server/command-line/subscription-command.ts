import { parseArgs } from 'node:util'
import { userTypes } from '../../shared/contract/user-lists.ts'
import type { Actions } from '../actions.ts'
import type { UserType } from '../database/account-tables.ts'
import { withGround } from './open-ground.ts'
import { CommandError, type Terminal } from './terminal.ts'

export const subscriptionUsage = '  fieldkey subscription [TYPE --enabled NUMBER]'

/** How many licences are used and enabled; and the way out where none is free and nobody can open the admin site. */
export async function subscriptionCommand(terminal: Terminal, args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { enabled: { type: 'string' } } })
  const [type] = positionals
  await withGround(terminal, async actions => {
    if (type !== undefined) await enable(actions, readOrder({ type, enabled: values.enabled }))
    terminal.say(await list(actions))
  })
}

async function list({ readSubscription }: Actions): Promise<string> {
  const { licences } = await readSubscription()
  return licences.map(({ userType, used, enabled }) => `${userType.padEnd(6)}  ${used} of ${enabled}`).join('\n')
}

async function enable({ readSubscription, changeSubscription }: Actions, { userType, enabled }: Order): Promise<void> {
  const { licences } = await readSubscription()
  const monthlyPriceCents = licences.find(licence => licence.userType === userType)?.monthlyPriceCents ?? 0
  const authority = { actor: 'command-line' } as const
  const { kind } = await changeSubscription({ userType, enabled, monthlyPriceCents, authority })
  if (kind === 'fewer-than-used') throw new CommandError('More are used than that: deactivate somebody first')
}

type Order = { userType: UserType; enabled: number }

function readOrder({ type, enabled }: { type: string; enabled: string | undefined }): Order {
  const userType = userTypes.find(one => one === type)
  if (!userType) throw new CommandError(`The user type must be one of ${userTypes.join(', ')}`)
  if (!/^\d{1,6}$/.test(enabled ?? ''))
    throw new CommandError(`Say how many: fieldkey subscription ${type} --enabled 10`)
  return { userType, enabled: Number(enabled) }
}

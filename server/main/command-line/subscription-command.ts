import type { UserType } from '../../../shared/contract/user-lists.ts'
import { userTypes } from '../../../shared/contract/user-lists.ts'
import type { Actions } from '../actions.ts'
import { withGround } from './open-ground.ts'
import { CommandError, sayJson, type Terminal, UsageError } from './terminal.ts'

type Input = { operands: { type: string | undefined }; values: { enabled: string | undefined; json: boolean } }

/** Shows or changes the licences. It is the way out if no licence is free and no one can open the admin site. */
export async function subscription(terminal: Terminal, { operands, values }: Input): Promise<void> {
  const change = readChange(operands.type, values.enabled)
  const { licences } = await withGround(terminal, async actions => {
    if (change) await enable(actions, change)
    return actions.readSubscription()
  })
  if (values.json) return sayJson(terminal, licences)
  terminal.say(licences.map(({ userType, used, enabled }) => `${userType.padEnd(6)}  ${used} of ${enabled}`).join('\n'))
}

type Change = { userType: UserType; enabled: number }

async function enable({ readSubscription, changeSubscription }: Actions, { userType, enabled }: Change): Promise<void> {
  const { licences } = await readSubscription()
  const monthlyPriceCents = licences.find(licence => licence.userType === userType)?.monthlyPriceCents ?? 0
  const authority = { actor: 'command-line' } as const
  const { kind } = await changeSubscription({ userType, enabled, monthlyPriceCents, authority })
  if (kind === 'fewer-than-used') throw new CommandError('More licences than that are in use: deactivate a user first')
}

function readChange(type: string | undefined, enabled: string | undefined): Change | undefined {
  if (type === undefined && enabled === undefined) return undefined
  const userType = userTypes.find(one => one === type)
  if (!userType) throw new UsageError(`The user type must be one of ${userTypes.join(', ')}`)
  if (!/^\d{1,6}$/.test(enabled ?? ''))
    throw new UsageError(`The number is missing: fieldkey subscription ${type} --enabled 10`)
  return { userType, enabled: Number(enabled) }
}

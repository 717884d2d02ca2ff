import { parseArgs } from 'node:util'
import { type NewClient, newClient } from '../../shared/contract/clients.ts'
import type { Actions } from '../actions.ts'
import { withGround } from './open-ground.ts'
import { CommandError, type Terminal } from './terminal.ts'

export const clientUsage = `  fieldkey client       list | remove ID
  fieldkey client       add ID --name NAME --redirect-uri URL … --admits TYPE,TYPE [--start-url URL]`

const by = { actor: 'command-line' } as const

/** The apps that people sign in to. */
export async function clientCommand(terminal: Terminal, [verb, id, ...args]: string[]): Promise<void> {
  const said = await withGround(terminal, actions => run(actions, { verb, id, args }))
  terminal.say(said)
}

async function run(
  actions: Actions,
  { verb, id, args }: { verb: string | undefined; id: string | undefined; args: string[] },
) {
  switch (verb) {
    case 'list':
      return list(actions)
    case 'add':
      return add(actions, readClient(id, args))
    case 'remove': {
      if (id === undefined) throw new CommandError('Name the app: fieldkey client remove ID')
      const { kind } = await actions.removeClient({ id, by })
      if (kind === 'unknown') throw new CommandError(`There is no app ${id}. fieldkey client list shows them.`)
      return `${id} is removed, and every sign-in to it has ended.`
    }
    default:
      throw new CommandError(`What about the apps?\n${clientUsage}`)
  }
}

async function list({ listClients }: Actions): Promise<string> {
  const lines = (await listClients()).map(
    ({ id, name, admits, redirectUris }) => `${id}\t${name}\t${admits.join(',')}\t${redirectUris.join(' ')}`,
  )
  return lines.join('\n')
}

async function add({ addClient }: Actions, client: NewClient): Promise<string> {
  const { kind } = await addClient({ client, by })
  if (kind === 'id-taken') throw new CommandError(`There is an app ${client.id} already. Choose another id.`)
  return `${client.name} can be signed in to as ${client.id}. Every token is bound to the app by DPoP.`
}

function readClient(id: string | undefined, args: string[]): NewClient {
  const { values } = parseArgs({
    args,
    options: {
      name: { type: 'string' },
      'redirect-uri': { type: 'string', multiple: true },
      admits: { type: 'string' },
      'start-url': { type: 'string' },
    },
  })
  const read = newClient.safeParse({
    id,
    name: values.name,
    redirectUris: values['redirect-uri'] ?? [],
    admits: values.admits?.split(',') ?? [],
    startUrl: values['start-url'] ?? null,
  })
  if (read.success) return read.data
  throw new CommandError(read.error.issues.map(({ message }) => message).join('\n'))
}

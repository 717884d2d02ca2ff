import { type NewClient, newClient } from '../../../shared/contract/clients.ts'
import { withGround } from './open-ground.ts'
import { CommandError, sayJson, type Terminal, UsageError } from './terminal.ts'

const by = { actor: 'command-line' } as const

export async function listApps(terminal: Terminal, { values }: { values: { json: boolean } }): Promise<void> {
  const apps = await withGround(terminal, actions => actions.listClients())
  if (values.json) return sayJson(terminal, apps)
  for (const { id, name, admits, redirectUris } of apps)
    terminal.say([id, name, admits.join(','), redirectUris.join(' ')].join('\t'))
}

type AppToAdd = {
  operands: { id: string }
  values: { name: string; 'redirect-uri': string[]; admits: string; 'start-url': string | undefined }
}

export async function addApp(terminal: Terminal, { operands: { id }, values }: AppToAdd): Promise<void> {
  const client = readClient({
    id,
    name: values.name,
    redirectUris: values['redirect-uri'],
    admits: values.admits.split(','),
    startUrl: values['start-url'] ?? null,
  })
  const { kind } = await withGround(terminal, actions => actions.addClient({ client, by }))
  if (kind === 'id-taken') throw new CommandError(`The app ${id} already exists. Choose another id.`)
  terminal.say(`People can now sign in to ${client.name} (${id}). Every token is bound to the app by DPoP.`)
}

export async function removeApp(terminal: Terminal, { operands: { id } }: { operands: { id: string } }): Promise<void> {
  const { kind } = await withGround(terminal, actions => actions.removeClient({ id, by }))
  if (kind === 'unknown') throw new CommandError(`There is no app ${id}. fieldkey client list shows them.`)
  terminal.say(`Removed ${id} and ended every sign-in to it.`)
}

function readClient(given: Record<keyof NewClient, unknown>): NewClient {
  const read = newClient.safeParse(given)
  if (read.success) return read.data
  throw new UsageError(read.error.issues.map(({ message }) => message).join(' '))
}

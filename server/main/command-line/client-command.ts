import { type NewClient, newClient } from '../../../shared/contract/clients.ts'
import { withGround } from './open-ground.ts'
import { CommandError, sayJson, type Terminal, UsageError } from './terminal.ts'

const by = { actor: 'command-line' } as const

export async function listApps(terminal: Terminal, { values }: { values: { json: boolean } }): Promise<void> {
  const apps = await withGround(terminal, actions => actions.listClientRows())
  if (values.json) return sayJson(terminal, apps)
  for (const { id, name, kind, admits, redirectUris } of apps)
    terminal.say([id, name, kind, admits.join(','), redirectUris.join(' ')].join('\t'))
}

type AppToAdd = {
  operands: { id: string }
  values: Record<'start-url' | 'kind' | 'jwks-uri' | 'logout-uri', string | undefined> & {
    name: string
    'redirect-uri': string[]
    admits: string
  }
}

/** How the tokens of each kind are protected. */
const kindWords = {
  public: 'Every token is bound to the app by DPoP.',
  secret: 'Its secret is shown this once, and stored as a hash:',
  key: 'It proves itself by its keys.',
} as const

export async function addApp(terminal: Terminal, { operands: { id }, values }: AppToAdd): Promise<void> {
  const client = readClient({
    id,
    name: values.name,
    redirectUris: values['redirect-uri'],
    admits: values.admits.split(','),
    startUrl: values['start-url'] ?? null,
    kind: values.kind ?? 'public',
    jwksUri: values['jwks-uri'] ?? null,
    logoutUri: values['logout-uri'] ?? null,
  })
  const added = await withGround(terminal, actions => actions.addClient({ client, by }))
  if (added.kind === 'id-taken') throw new CommandError(`The app ${id} already exists. Choose another id.`)
  terminal.say(`People can now sign in to ${client.name} (${id}). ${kindWords[client.kind ?? 'public']}`)
  if (added.secret !== undefined) terminal.say(added.secret)
}

type OneApp = { operands: { id: string } }

/** Prints the secret alone on standard output, so that a script can read it. */
export async function rotateSecret(terminal: Terminal, { operands: { id } }: OneApp): Promise<void> {
  const rotated = await withGround(terminal, actions => actions.rotateClientSecret({ id, by }))
  if (rotated.kind === 'no-such-client') throw new CommandError(unknownWords(id))
  if (rotated.kind === 'no-secret') throw new CommandError(`The app ${id} has no secret.`)
  terminal.say(rotated.secret)
}

export async function endOldSecret(terminal: Terminal, { operands: { id } }: OneApp): Promise<void> {
  const { kind } = await withGround(terminal, actions => actions.endOldSecret({ id, by }))
  if (kind === 'no-such-client') throw new CommandError(unknownWords(id))
  if (kind === 'no-old-secret') throw new CommandError(`The app ${id} has no old secret.`)
  terminal.say(`The old secret of ${id} no longer works.`)
}

const unknownWords = (id: string) => `There is no app ${id}. fieldkey client list shows them.`

export async function removeApp(terminal: Terminal, { operands: { id } }: OneApp): Promise<void> {
  const { kind } = await withGround(terminal, actions => actions.removeClient({ id, by }))
  if (kind === 'unknown') throw new CommandError(unknownWords(id))
  terminal.say(`Removed ${id} and ended every sign-in to it.`)
}

function readClient(given: Partial<Record<keyof NewClient, unknown>>): NewClient {
  const read = newClient.safeParse(given)
  if (read.success) return read.data
  throw new UsageError(read.error.issues.map(({ message }) => message).join(' '))
}

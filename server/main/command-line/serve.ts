import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Ground } from '../../platform/ground.ts'
import { createLog } from '../../platform/log.ts'
import { ConfigError, readConfig } from '../../platform/settings/config.ts'
import { startServer } from '../start-server.ts'
import type { CommandOutcome, Terminal } from './terminal.ts'

/** Production: `serve` listens and works, `worker` only works. */
export const serve = (terminal: Terminal) => start(terminal, { listens: true })
export const work = (terminal: Terminal) => start(terminal, { listens: false })

async function start(terminal: Terminal, { listens }: { listens: boolean }): Promise<CommandOutcome> {
  const config = readConfig(terminal.env, { mode: 'serve' })
  const { smtp, publicUrl, host, port } = config
  if (!smtp) throw new ConfigError('SMTP_URL is missing')
  let setUpLink: string | undefined
  const server = await startServer({
    config,
    smtp,
    clock: systemClock,
    log: createLog({ level: config.logLevel }),
    listens,
    prepare: async (ground, { makeSetUpLink }) => {
      await refuseDemo(ground)
      if (listens) setUpLink = await makeSetUpLink()
    },
  })
  terminal.say(listens ? `Fieldkey is ready at ${publicUrl} (listening on ${host}:${port}).` : 'The worker is ready.')
  if (setUpLink !== undefined) terminal.say(firstSteps(setUpLink))
  return { stop: () => server.stop() }
}

/** The link is printed here only and never logged. */
const firstSteps = (
  link: string,
) => `No one can sign in yet. Open this link within a day to set up Fieldkey; it works once:
  ${link}
The first person who opens it becomes the administrator, so show it to no one else. Or, in another terminal, as the account that runs this server:
  fieldkey organisation --name "Your company" --contact-line "Need help? Call …"
  fieldkey user add you@example.com --type admin --given-name You --family-name Yourself
  fieldkey user reset you@example.com        (sends the password reset email)`

async function refuseDemo({ db }: Ground): Promise<void> {
  if (!(await getOrganisation(db)).isDemo) return
  throw new ConfigError(
    "This database belongs to a demo and can't become production: set another DATA_DIR or DATABASE_URL.",
  )
}

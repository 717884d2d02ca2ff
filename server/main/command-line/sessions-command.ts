import { nameDatabase } from '../../platform/database/database-url.ts'
import { withGround } from './open-ground.ts'
import { sayJson, type Terminal } from './terminal.ts'

type Values = { values: { json: boolean } }

/** Names its target first: beside a drill, the same command without the drill's settings acts on the real server. */
export async function endAllSessions(terminal: Terminal, { values }: Values): Promise<void> {
  await withGround(terminal, async (actions, { config }) => {
    const { publicUrl } = config
    const database = nameDatabase(config)
    if (!values.json) terminal.say(`Ending every session at ${publicUrl}, in ${database} …`)
    const ended = await actions.endAllSessions()
    if (values.json) return sayJson(terminal, { publicUrl, database, ...ended })
    const { accounts, sessionsEnded } = ended
    terminal.say(`Sessions ended: ${sessionsEnded}. Accounts that lost a session or a reset link: ${accounts}.`)
  })
}

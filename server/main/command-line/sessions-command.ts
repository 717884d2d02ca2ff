import { withGround } from './open-ground.ts'
import { sayJson, type Terminal } from './terminal.ts'

export async function endAllSessions(terminal: Terminal, { values }: { values: { json: boolean } }): Promise<void> {
  const ended = await withGround(terminal, actions => actions.endAllSessions())
  if (values.json) return sayJson(terminal, ended)
  const { accounts, sessionsEnded } = ended
  terminal.say(`Sessions ended: ${sessionsEnded}. Accounts that lost a session or a reset link: ${accounts}.`)
}

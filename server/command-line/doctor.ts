import { getOrganisation } from '../accounts/organisation.store.ts'
import { readConfig } from '../config.ts'
import { createSmtp } from '../mail/smtp.ts'
import { withGround } from './open-ground.ts'
import { CommandError, type Terminal } from './terminal.ts'

/** Says what works and what does not, one line each. */
export async function doctor(terminal: Terminal): Promise<void> {
  const { smtp, publicUrl } = readConfig(terminal.env, { mode: 'serve' })
  terminal.say(`ok    settings: ${publicUrl}`)
  await withGround(terminal, async (_, { db }) => terminal.say(`ok    database: ${(await getOrganisation(db)).name}`))
  const connection = smtp && createSmtp(smtp)
  const isReachable = (await connection?.isReachable()) ?? false
  connection?.close()
  if (!isReachable) throw new CommandError('mail server: it cannot be reached, or does not let us in. Check SMTP_URL.')
  terminal.say('ok    mail server')
}

import { getOrganisation } from '../accounts/organisation.store.ts'
import { type Config, readConfig } from '../config.ts'
import { createSmtp } from '../mail/smtp.ts'
import { createCheckSender } from '../mail-log/check-sender.ts'
import { withGround } from './open-ground.ts'
import { CommandError, type Terminal } from './terminal.ts'

/** Says what works and what does not, one line each. */
export async function doctor(terminal: Terminal): Promise<void> {
  const config = readConfig(terminal.env, { mode: 'serve' })
  const { smtp, publicUrl } = config
  terminal.say(`ok    settings: ${publicUrl}`)
  await withGround(terminal, async (_, { db }) => terminal.say(`ok    database: ${(await getOrganisation(db)).name}`))
  const connection = smtp && createSmtp(smtp)
  const isReachable = (await connection?.isReachable()) ?? false
  connection?.close()
  if (!isReachable) throw new CommandError('mail server: it cannot be reached, or does not let us in. Check SMTP_URL.')
  terminal.say('ok    mail server')
  await sayWhatDnsSays(terminal, config)
}

/** The sender is no reason to stop: mail goes out without it, and lands among spam. */
async function sayWhatDnsSays(terminal: Terminal, config: Config): Promise<void> {
  const { checks } = await createCheckSender({ config })()
  for (const { verdict, text, publish } of checks) {
    terminal.say(`${verdict === 'found' ? 'ok   ' : 'look '} ${text}`)
    if (publish) terminal.say(`      ${publish.name} TXT "${publish.text}"`)
  }
}

import type { BounceTaken } from '../../entry/bounces/take-bounce.ts'
import { withGround } from './open-ground.ts'
import { CommandError, sayJson, type Terminal } from './terminal.ts'

const outcomes: Record<BounceTaken['kind'], string> = {
  bounced: 'The email is marked as bounced.',
  'not-a-report': "Ignored: this isn't a delivery report.",
  'nothing-failed': 'Ignored: the email is delayed or was delivered.',
  'unknown-message': 'Ignored: nothing proves that this report is about an email from Fieldkey.',
  'bounced-before': 'Ignored: the email is already marked as bounced.',
  'too-late': 'Ignored: the email is too old.',
}

/** sysexits.h: the mail server keeps the message and retries. */
const temporaryFailure = 75

/**
 * A mail alias pipes into this command. It accepts every message: any exit code but 0 makes the mail server bounce the
 * bounce. Only a fault of ours makes the mail server retry.
 */
export async function mailBounce(terminal: Terminal, { values }: { values: { json: boolean } }): Promise<void> {
  const raw = (await terminal.input?.()) ?? Buffer.alloc(0)
  try {
    const taken = await withGround(terminal, actions => actions.takeBounce(raw))
    if (values.json) sayJson(terminal, taken)
    else terminal.say(outcomes[taken.kind])
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new CommandError(`The report couldn't be read. Keep it and try again: ${why}`, temporaryFailure)
  }
}

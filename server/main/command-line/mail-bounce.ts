import type { BounceTaken } from '../../entry/bounces/take-bounce.ts'
import { withGround } from './open-ground.ts'
import { CommandError, sayJson, type Terminal } from './terminal.ts'

const outcomes: Record<BounceTaken['kind'], string> = {
  bounced: 'The email is marked as bounced.',
  'not-a-report': 'Left alone: this is not a delivery report.',
  'nothing-failed': 'Left alone: the email is late, or has arrived.',
  'unknown-message': 'Left alone: nothing proves that it is about an email from Fieldkey.',
  'bounced-before': 'Left alone: the email is already marked as bounced.',
  'too-late': 'Left alone: the email is too old.',
}

/** sysexits.h: a mail server keeps what it cannot pass on, and tries again. */
const temporaryFailure = 75

/**
 * An alias pipes into it. It accepts every mail: any other exit code than 0 makes the mail server send a bounce of the
 * bounce. Only if the fault is ours should the mail come back later.
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

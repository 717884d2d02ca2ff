import type { TakeBounce } from '../bounces/take-bounce.ts'
import { withGround } from './open-ground.ts'
import { CommandError, type Terminal } from './terminal.ts'

export const mailUsage = '  fieldkey mail bounce  reads a report of a mail server from standard input'

const outcomes: Record<Awaited<ReturnType<TakeBounce>>['kind'], string> = {
  bounced: 'The mail is marked as bounced.',
  'not-a-report': 'Left alone: this is no report of a mail server.',
  'nothing-failed': 'Left alone: the mail is late, or has arrived.',
  'unknown-message': 'Left alone: nothing proves that it is about a mail of ours.',
  'bounced-before': 'Left alone: the mail is marked as bounced already.',
  'too-late': 'Left alone: the mail is too old.',
}

/** sysexits.h: a mail server keeps what it cannot pass on, and tries again. */
const temporaryFailure = 75

/**
 * Where an alias pipes into. Whatever the mail is, it is taken: a command that ends with another number makes the mail
 * server send a bounce of the bounce. Only where we are at fault it is to come back later.
 */
export async function mailCommand(terminal: Terminal, [command = '']: string[]): Promise<void> {
  if (command !== 'bounce') throw new CommandError(`Write:\n${mailUsage}`)
  const raw = (await terminal.input?.()) ?? Buffer.alloc(0)
  try {
    const { kind } = await withGround(terminal, actions => actions.takeBounce(raw))
    terminal.say(outcomes[kind])
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new CommandError(`The report could not be taken, keep it and try again: ${why}`, temporaryFailure)
  }
}

/** What the commands know of the world outside: settings, and a person or program that reads. */
export type Terminal = {
  env: Record<string, string | undefined>
  say(text: string): void
  /** All of standard input; absent where nothing can be read. */
  input?: () => Promise<Buffer>
  /** A person is looking: what must not be kept in a file may be shown. */
  isInteractive: boolean
}

/** What a command leaves behind: a server that runs until it is stopped, or an exit code for a verdict that it printed. */
export type Outcome = { stop?: () => Promise<void>; exitCode?: number }

/** A refusal that the person who typed the command can act on. */
export class CommandError extends Error {
  override name = 'CommandError'
  readonly exitCode: number

  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** The command was typed wrongly: the message is one line, and the usage of the command is printed below it. */
export class UsageError extends CommandError {
  override name = 'UsageError'

  constructor(message: string) {
    super(message, 2)
  }
}

/** For programs that read the output of a command. */
export function sayJson({ say }: Terminal, value: unknown): void {
  say(JSON.stringify(value, null, 2))
}

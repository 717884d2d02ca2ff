/** The environment of a command: its settings, its output and its input. */
export type Terminal = {
  env: Record<string, string | undefined>
  say(text: string): void
  /** All of standard input; absent if there is no input. */
  input?: () => Promise<Buffer>
  /** True on a terminal, where secrets that must not end up in a file may be shown. */
  isInteractive: boolean
}

/** The result of a command: a server to stop later, or the exit code of a verdict that it printed. */
export type CommandOutcome = { stop?: () => Promise<void>; exitCode?: number }

/** A refusal that the operator can act on. */
export class CommandError extends Error {
  override name = 'CommandError'
  readonly exitCode: number

  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** Wrong usage: one line, with the command's usage below it. */
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

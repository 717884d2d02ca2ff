/** What the commands know of the world outside: settings, and somebody who reads. */
export type Terminal = {
  env: Record<string, string | undefined>
  say(text: string): void
  /** All of standard input; absent where nothing can be read. */
  input?: () => Promise<Buffer>
  /** A person is looking: what must not be kept in a file may be shown. */
  isInteractive: boolean
}

/** What the person who typed the command is to put right. */
export class CommandError extends Error {
  override name = 'CommandError'
  readonly exitCode: number

  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

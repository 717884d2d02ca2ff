/** Returns the environment of this process. No other file reads it; `config.ts` parses it. */
export function readEnvironment(): Record<string, string | undefined> {
  return { ...process.env }
}

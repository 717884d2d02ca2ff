/** The environment of this process. No other file looks at it; `config.ts` reads what it says. */
export function readEnvironment(): Record<string, string | undefined> {
  return { ...process.env }
}

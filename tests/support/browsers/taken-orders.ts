/** The orders of a test by name. The version of a note shows which change of it was kept. */
export type TakenOrders = {
  prefix: string
  /** The last version that the rep typed. */
  begun: Map<string, number>
  /** The last version that the app called kept. */
  kept: Map<string, number>
  saved: Set<string>
  begin(): string
}

export function createTakenOrders(prefix: string): TakenOrders {
  const begun = new Map<string, number>()
  const begin = () => {
    const name = `${prefix} ${begun.size}`
    begun.set(name, 0)
    return name
  }
  return { prefix, begun, kept: new Map(), saved: new Set(), begin }
}

export const noteOf = (name: string, version: number): string => `${name} v${version}`

export function noteParts(note: string): { name: string; version: number } {
  const [, name = note, version = '-1'] = /^(.*) v(\d+)$/.exec(note) ?? []
  return { name, version: Number(version) }
}

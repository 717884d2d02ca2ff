import type { Edge } from './import-rules.ts'

/** Lists each cycle once, as found: "b → c → b". */
export function findCycles(edges: readonly Pick<Edge, 'from' | 'to'>[]): string[] {
  const targets = Map.groupBy(edges, edge => edge.from)
  const finished = new Set<string>()
  const cycles: string[] = []

  const follow = (path: string, trail: readonly string[]) => {
    const metAt = trail.indexOf(path)
    if (metAt !== -1) cycles.push([...trail.slice(metAt), path].join(' → '))
    if (metAt !== -1 || finished.has(path)) return
    for (const { to } of targets.get(path) ?? []) follow(to, [...trail, path])
    finished.add(path)
  }

  for (const from of targets.keys()) follow(from, [])
  return cycles
}

import { renameSync } from 'node:fs'

/**
 * Replaces a folder with another, and keeps the old one beside it. Each rename is atomic. If another process puts its
 * folder in place in between, ours replaces that one: the last one stays.
 */
export function replaceFolder({ folder, target, old }: { folder: string; target: string; old: string }): void {
  for (let round = 0; ; round += 1) {
    rename(target, `${old}-${round}`, 'ENOENT')
    if (rename(folder, target, 'ENOTEMPTY', 'EEXIST')) return
    if (round > 20) throw new Error(`${target} is put in place by others again and again`)
  }
}

/** Returns false if one of the expected faults prevented the rename. */
function rename(from: string, to: string, ...expected: string[]): boolean {
  try {
    renameSync(from, to)
    return true
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && expected.includes(String(fault.code))) return false
    throw fault
  }
}

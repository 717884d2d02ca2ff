import { renameSync } from 'node:fs'

/**
 * Puts a folder in the place of another, which is kept beside. Each rename is whole. Where somebody else puts theirs in
 * place in between, ours follows: the last one stays.
 */
export function replaceFolder({ folder, target, old }: { folder: string; target: string; old: string }): void {
  for (let round = 0; ; round += 1) {
    rename(target, `${old}-${round}`, 'ENOENT')
    if (rename(folder, target, 'ENOTEMPTY', 'EEXIST')) return
    if (round > 20) throw new Error(`${target} is put in place by others again and again`)
  }
}

/** False where one of the expected faults kept it from being done. */
function rename(from: string, to: string, ...expected: string[]): boolean {
  try {
    renameSync(from, to)
    return true
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && expected.includes(String(fault.code))) return false
    throw fault
  }
}

import { existsSync, globSync, linkSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The files that a build made itself, without those that it kept from earlier builds. */
const listName = 'own-assets.json'
const keptMs = 30 * 86_400_000

/**
 * Copies the hashed files of earlier builds beside those of a new one. The running server and open pages request them
 * until they reload. Files of the previous build are kept, older ones for thirty days.
 */
export function keepEarlierFiles({ earlier, folder }: { earlier: string; folder: string }): void {
  const own = listAssets(folder)
  writeFileSync(join(folder, listName), JSON.stringify(own))
  const last = readList(earlier)
  for (const path of listAssets(earlier)) {
    const from = join(earlier, path)
    // Another build may replace the folder meanwhile.
    const { mtimeMs } = statSync(from, { throwIfNoEntry: false }) ?? { mtimeMs: 0 }
    const isKept = mtimeMs > 0 && (last.includes(path) || mtimeMs > Date.now() - keptMs)
    if (isKept && !existsSync(join(folder, path))) keep(from, join(folder, path))
  }
}

function keep(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  try {
    linkSync(from, to)
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ENOENT')) throw fault
  }
}

const listAssets = (folder: string) => globSync('assets/**/*.*', { cwd: folder })

function readList(folder: string): string[] {
  const path = join(folder, listName)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : listAssets(folder)
}

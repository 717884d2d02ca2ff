import { existsSync, globSync, linkSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What a build made itself, besides the files that it kept of earlier ones. */
const LIST = 'own-assets.json'
const KEPT_MS = 30 * 86_400_000

/**
 * Lays the hashed files of earlier builds beside those of a new one. The server that runs, and pages that are open in
 * browsers, ask for them until they are loaded again. Files of the last build stay, older ones for thirty days.
 */
export function keepEarlierFiles({ earlier, folder }: { earlier: string; folder: string }): void {
  const own = listAssets(folder)
  writeFileSync(join(folder, LIST), JSON.stringify(own))
  const last = readList(earlier)
  for (const path of listAssets(earlier)) {
    const from = join(earlier, path)
    // Another build may put its folder in place meanwhile.
    const { mtimeMs } = statSync(from, { throwIfNoEntry: false }) ?? { mtimeMs: 0 }
    const isKept = mtimeMs > 0 && (last.includes(path) || mtimeMs > Date.now() - KEPT_MS)
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
  const path = join(folder, LIST)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : listAssets(folder)
}

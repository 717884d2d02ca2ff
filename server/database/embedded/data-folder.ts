import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { DatabaseRefusal } from '../refusal.ts'
import { findOwnName, type OsAccount } from './os-account.ts'
import { program, type Runtime } from './runtime.ts'

export const role = 'fieldkey'

/**
 * Names the folder that a program was started in. The account of PostgreSQL may be unable to walk down to it by its path
 * (a checkout below /root), and this link needs no walking. Elsewhere than on Linux nobody changes accounts.
 */
export const hereIn = process.platform === 'linux' ? '/proc/self/cwd' : '.'

/** The cluster's folder, made at the first start: whole or not at all. */
export async function prepareDataFolder(folder: string, runtime: Runtime, account: OsAccount): Promise<void> {
  if (!existsSync(join(folder, 'PG_VERSION'))) await initialise(folder, runtime, account)
  const major = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (major !== runtime.major) throw new DatabaseRefusal(otherMajor(folder, major, runtime.major))
  writeAccess(folder, account)
}

async function initialise(folder: string, runtime: Runtime, account: OsAccount): Promise<void> {
  const parent = join(folder, '..')
  mkdirSync(parent, { recursive: true })
  const unfinished = mkdtempSync(join(parent, 'initialising-'))
  if (account) chownSync(unfinished, account.uid, account.gid)
  const options = ['-U', role, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-instructions', '--no-sync']
  const initdb = spawn(program(runtime, 'initdb'), ['-D', hereIn, ...options], {
    ...account,
    cwd: unfinished,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [said, [code]] = await Promise.all([text(initdb.stderr), once(initdb, 'close')])
  if (code !== 0) throw new Error(`PostgreSQL could not make its folder: ${said}`)
  try {
    renameSync(unfinished, folder)
  } catch (fault) {
    rmSync(unfinished, { recursive: true, force: true })
    // Another start was faster.
    if (!existsSync(join(folder, 'PG_VERSION'))) throw fault
  }
}

/** Only our own account may connect, whoever else can reach the socket. */
function writeAccess(folder: string, account: OsAccount): void {
  const name = account ? 'root' : findOwnName()
  const hba = name === undefined ? 'local all all trust\n' : 'local all all peer map=fieldkey\n'
  const files = { 'pg_hba.conf': hba, 'pg_ident.conf': name === undefined ? '' : `fieldkey "${name}" ${role}\n` }
  for (const [file, content] of Object.entries(files)) {
    writeFileSync(join(folder, file), content, { mode: 0o600 })
    if (account) chownSync(join(folder, file), account.uid, account.gid)
  }
}

function otherMajor(folder: string, theirs: string, ours: string): string {
  return `${folder} was written by PostgreSQL ${theirs}, and this Fieldkey brings PostgreSQL ${ours}: start the Fieldkey that wrote it, dump its database with pg_dump and restore the dump into a PostgreSQL ${ours} of yours (DATABASE_URL), or point DATA_DIR at another folder`
}

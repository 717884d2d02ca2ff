import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chownSync,
  closeSync,
  constants,
  existsSync,
  ftruncateSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { DatabaseRefusal } from '../refusal.ts'
import { openOwn } from './open-own.ts'
import { listOwnNames, type OsAccount } from './os-account.ts'
import { program, type Runtime } from './runtime.ts'

export const role = 'fieldkey'

/**
 * Names the folder that a program was started in. The PostgreSQL account may be unable to reach it by its path (a
 * checkout below /root), and this link needs no path. On other systems Fieldkey keeps its own account.
 */
export const hereIn = process.platform === 'linux' ? '/proc/self/cwd' : '.'

type DataFolder = { folder: string; runtime: Runtime; account: OsAccount; settings: readonly string[] }

/** Creates the cluster's folder at the first start, completely or not at all. */
export async function prepareDataFolder(data: DataFolder): Promise<void> {
  const { folder, runtime } = data
  if (!existsSync(join(folder, 'PG_VERSION'))) await initialise(data)
  const major = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (major !== runtime.major) throw new DatabaseRefusal(otherMajor(folder, major, runtime.major))
}

async function initialise({ folder, runtime, account, settings }: DataFolder): Promise<void> {
  const unfinished = mkdtempSync(join(dirname(folder), 'initialising-'))
  try {
    if (account) chownSync(unfinished, account.uid, account.gid)
    const isLasting = !settings.includes('fsync=off')
    const options = ['-U', role, '-A', 'peer', '-E', 'UTF8', '--locale=C', '--no-instructions']
    const initdb = spawn(program(runtime, 'initdb'), ['-D', hereIn, ...options, ...(isLasting ? [] : ['--no-sync'])], {
      ...account,
      cwd: unfinished,
      // Ctrl-C lets the running program finish. The next start finds either a complete folder or none.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const [said, [code]] = await Promise.all([text(initdb.stderr), once(initdb, 'close')])
    if (code !== 0) throw new DatabaseRefusal(`PostgreSQL could not make its folder ${folder}: ${reasonIn(said)}`)
    putInPlace(unfinished, folder)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

function putInPlace(unfinished: string, folder: string): void {
  try {
    renameSync(unfinished, folder)
  } catch (fault) {
    // Another start was faster.
    if (!existsSync(join(folder, 'PG_VERSION'))) throw fault
  }
}

/** Only our own accounts may connect, even if others can reach the socket. */
export function writeAccess(folder: string, account: OsAccount): void {
  const names = listOwnNames(account)
  // The kernel can't identify us. The socket's folder, which no other account may enter, is then the only guard.
  const method = names ? 'peer map=fieldkey' : 'trust'
  const files = {
    'pg_hba.conf': `local all all ${method}\n`,
    'pg_ident.conf': (names ?? []).map(name => `fieldkey "${name}" ${role}\n`).join(''),
  }
  for (const [file, content] of Object.entries(files)) {
    rewrite(join(folder, file), content)
  }
}

/** The PostgreSQL account owns the folder. Root must not write through a link that this account has planted. */
function rewrite(path: string, content: string): void {
  const file = openOwn(path, constants.O_RDWR)
  try {
    if (readFileSync(file, 'utf8') === content) return
    ftruncateSync(file)
    writeSync(file, content, 0)
  } finally {
    closeSync(file)
  }
}

/** PostgreSQL's programs print the cause first, and then what they clean up. */
function reasonIn(said: string): string {
  const lines = said.trim().split('\n')
  return lines.find(line => /FATAL|PANIC|No space left|error:/.test(line)) ?? lines.slice(-3).join(' / ')
}

function otherMajor(folder: string, theirs: string, ours: string): string {
  return `${folder} was written by PostgreSQL ${theirs}, and this Fieldkey brings PostgreSQL ${ours}: start the Fieldkey that wrote it, dump its database with pg_dump and restore the dump into a PostgreSQL ${ours} of yours (DATABASE_URL), or point DATA_DIR at another folder`
}

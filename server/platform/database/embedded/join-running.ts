import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { DatabaseRefusal } from '../refusal.ts'
import { askAt, silenceMs } from './connect-when-ready.ts'
import { isFolderHeld } from './folder-lock.ts'
import { identify, identitySetting } from './identity.ts'
import type { OsAccount } from './os-account.ts'
import { findPostmaster, isNamedFor, type Postmaster, readLock } from './postmaster.ts'
import { unreachable } from './refusals.ts'

/**
 * For a command beside a server: finds where this folder's server listens, or undefined if none is running. Refuses a
 * running server that can't be reached, because a command never stops or replaces it.
 */
export async function findRunning(folder: string, account: OsAccount): Promise<Postmaster | undefined> {
  const start = performance.now()
  for (;;) {
    const named = readLock(folder)
    if (named && (await serves(named, folder))) return named
    if (!findPostmaster(folder) && !isFolderHeld(folder, account)) return undefined
    if (performance.now() - start > patienceMs(named)) throw new DatabaseRefusal(unreachable(folder, named))
    await wait(100)
  }
}

/** A server names its socket once it has made it. If the socket is named but not visible here, waiting won't help. */
const patienceMs = (named: Postmaster | undefined) => (!named || existsSync(named.socketFolder) ? silenceMs : 2_000)

/** The lock file of a copied folder names the server of the original, and that server would answer. */
async function serves(named: Postmaster, folder: string): Promise<boolean> {
  const answer = await askAt(named)
  if (!(answer instanceof Client)) return false
  try {
    const { rows } = await answer.query('select current_setting($1, true) as identity', [identitySetting])
    const { identity } = rows[0]
    return identity === null || identity === '' ? isNamedFor(folder, named.socketFolder) : identity === identify(folder)
  } finally {
    await answer.end().catch(() => {})
  }
}

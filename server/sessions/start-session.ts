import type { Clock } from '../clock.ts'
import type { Tx } from '../database/tables.ts'
import type { Caller } from '../http/caller.ts'
import { limits } from '../limits/limits.ts'
import { hashToken, isToken, makeToken } from '../token.ts'
import { rememberDevice } from './known-devices.store.ts'
import { deleteSessionByToken, deleteSessionsBeyond, insertSession } from './sessions.store.ts'

export type StartSession = (
  tx: Tx,
  start: {
    accountId: string
    caller: Caller
    /** What the browser brought: an old session ends, a known device keeps its cookie (ASVS 7.2.4). */
    sessionToken: string | undefined
    deviceToken: string | undefined
  },
) => Promise<{ sessionToken: string; deviceToken: string }>

const { sessions } = limits

/** Begins a session with a token that did not exist before, and remembers the device as one that the account has used. */
export function createStartSession({ clock }: { clock: Clock }): StartSession {
  return async (tx, { accountId, caller, sessionToken: oldToken, deviceToken: broughtToken }) => {
    const at = clock.now()
    const after = (seconds: number) => new Date(at.getTime() + seconds * 1000)
    const sessionToken = makeToken()
    const deviceToken = broughtToken !== undefined && isToken(broughtToken) ? broughtToken : makeToken()
    if (oldToken !== undefined) await deleteSessionByToken(tx, hashToken(oldToken))
    await insertSession(tx, {
      accountId,
      tokenHash: hashToken(sessionToken),
      at,
      expiresAt: after(sessions.absoluteSeconds),
      network: caller.network,
      device: caller.device,
    })
    await deleteSessionsBeyond(tx, { accountId, most: sessions.mostPerAccount })
    await rememberDevice(tx, {
      accountId,
      tokenHash: hashToken(deviceToken),
      network: caller.network,
      at,
      expiresAt: after(sessions.knownDeviceSeconds),
    })
    return { sessionToken, deviceToken }
  }
}

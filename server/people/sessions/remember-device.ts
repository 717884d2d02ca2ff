import type { Tx } from '../../platform/database/tables.ts'
import { limits } from '../../platform/limits/limits.ts'
import { hashToken, isToken, makeToken } from '../../platform/token.ts'
import { deviceRow } from './known-devices.store.ts'

type Device = { accountId: string; network: string; deviceToken: string | undefined; at: Date }

/** Makes a browser a known device of an account without signing it in. Returns its cookie; an existing one is kept. */
export async function rememberDevice(tx: Tx, { accountId, network, deviceToken, at }: Device): Promise<string> {
  const token = deviceTokenOf(deviceToken)
  const expiresAt = new Date(at.getTime() + limits.sessions.knownDeviceSeconds * 1000)
  await deviceRow(tx, { accountId, tokenHash: hashToken(token), network, at, expiresAt }).execute()
  return token
}

/** A known device keeps its cookie. */
export function deviceTokenOf(brought: string | undefined): string {
  return brought !== undefined && isToken(brought) ? brought : makeToken()
}

import type { LinkedDevice, SessionView } from '../../../shared/contract/users.ts'
import type { ListSessions } from '../../people/sessions/read-session.ts'
import { listSignedInApps } from '../../people/sessions/signed-in-apps.query.ts'
import type { Db } from '../../platform/database/tables.ts'
import { listLinkedDevices } from './linked-devices.query.ts'

/** The names of the apps are known further up (oidc/). */
export type ListApps = () => Promise<readonly { id: string; name: string }[]>

type Needs = { db: Db; listSessions: ListSessions; listApps: ListApps }
type SignedInQuery = { accountId: string; now: Date }

/** Lists where a user is signed in: browsers, then apps. */
export async function readSessions(
  { db, listSessions, listApps }: Needs,
  { accountId, now }: SignedInQuery,
): Promise<SessionView[]> {
  const [browsers, signedIn, apps] = await Promise.all([
    listSessions(accountId),
    listSignedInApps(db, { accountId, now }),
    listApps(),
  ])
  const nameOf = (clientId: string) => apps.find(({ id }) => id === clientId)?.name ?? clientId
  return [
    ...browsers.map(({ id, device, network, createdAt, lastSeenAt }) => ({
      id,
      app: null,
      device,
      network,
      startedAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    })),
    ...signedIn.map(({ id, clientId, startedAt }) => ({
      id,
      app: nameOf(clientId),
      device: null,
      network: null,
      startedAt: startedAt.toISOString(),
      lastSeenAt: null,
    })),
  ]
}

/** Lists the devices with the rep's app, with the number of unsent items on each. */
export async function readDevices(db: Db, accountId: string): Promise<LinkedDevice[]> {
  const rows = await listLinkedDevices(db, accountId)
  return rows.map(row => ({
    id: row.device_id,
    name: row.name,
    appVersion: row.app_version,
    lastSyncAt: row.last_complete_sync_at?.toISOString() ?? null,
    lastSeenAt: row.last_seen_at.toISOString(),
    waiting: {
      orders: row.waiting_orders,
      quotes: row.waiting_quotes,
      notes: row.waiting_notes,
      others: row.waiting_others,
    },
    oldestWaitingAt: row.oldest_waiting_at?.toISOString() ?? null,
  }))
}

import { appVersion } from '../device/app-version.ts'
import type { SyncEvent } from '../device/device-db.ts'
import { readStorage } from '../device/storage.ts'
import type { Store } from '../device/store.ts'
import type { Session } from '../session/session.ts'
import type { SyncStatus } from './sync-status.ts'

type Needs = {
  device: { id: string; name: string }
  session: Store<Session>
  sync: { status: Store<SyncStatus> }
  listEvents(): Promise<SyncEvent[]>
  capture: { listUnsentCodes(): Promise<string[]> }
}

/**
 * The facts for an administrator or support: counts, versions, codes and the last 200 events. They are copied field by
 * field, so that neither captured content nor a token can slip in.
 */
export async function readDiagnostics({ device, session, sync, listEvents, capture }: Needs) {
  const { header, collections, waiting, attention, ofOthers, lastTry, lastCompleteAt, nextTryAt, clockDifferenceMs } =
    sync.status.get()
  const now = session.get()
  return {
    versions: { app: appVersion, browser: navigator.userAgent },
    device,
    session: { kind: now.kind, ...(now.kind === 'ended' && { reason: now.reason }) },
    sync: { header: header.kind, lastTry, lastCompleteAt, nextTryAt, clockDifferenceMs },
    counts: { waiting, attention, ofOthers, collections },
    errorCodes: await capture.listUnsentCodes(),
    storage: await readStorage().catch(() => null),
    events: (await listEvents()).map(({ at, what, code }) => ({ at, what, code })),
  }
}

import { importLimits } from '../shared/contract/import-lists.ts'
import { deleteAddressChangesBefore } from './accounts/address-changes.store.ts'
import { deleteFailuresBefore } from './accounts/failures.store.ts'
import type { Clock } from './clock.ts'
import type { Db } from './database/tables.ts'
import { deleteImportsBefore } from './import/import.store.ts'
import { limits } from './limits/limits.ts'
import { deleteFailingBefore } from './mail/failing-addresses.store.ts'
import { deleteMessagesBefore } from './mail/mail.store.ts'
import { deleteObjectionsBefore } from './recovery/objections.store.ts'
import { deleteRequestsBefore } from './recovery/recovery.store.ts'
import { deleteOutdatedDevices } from './sessions/known-devices.store.ts'
import { deleteExpiredRecords } from './sessions/provider-records.store.ts'
import { idleSince } from './sessions/read-session.ts'
import { deleteEndedSessions } from './sessions/sessions.store.ts'
import { deleteAsksBefore } from './sign-in/disclosure.store.ts'

/** Links say for this long what became of them, and administrators see what was mailed. */
const daysKept = 90

/** Deletes what is over and tells nobody anything any more (ASVS 14.2.7). The audit stays. */
export function createPurge({ db, clock }: { db: Db; clock: Clock }) {
  return async function purge(): Promise<void> {
    const now = clock.now()
    const before = (seconds: number) => new Date(now.getTime() - seconds * 1000)
    const longAgo = before(daysKept * 86_400)
    await deleteEndedSessions(db, { now, seenAfter: idleSince(now) })
    await deleteExpiredRecords(db, now)
    await deleteOutdatedDevices(db, now)
    await deleteFailuresBefore(db, before(limits.signInFailures.windowSeconds))
    await deleteAsksBefore(db, before(limits.disclosure.windowSeconds))
    await deleteRequestsBefore(db, longAgo)
    await deleteObjectionsBefore(db, longAgo)
    await deleteAddressChangesBefore(db, longAgo)
    await deleteMessagesBefore(db, longAgo)
    await deleteFailingBefore(db, longAgo)
    await deleteImportsBefore(db, before(importLimits.daysKept * 86_400))
  }
}

import { importLimits } from '../../shared/contract/import-lists.ts'
import { daySeconds } from '../../shared/time.ts'
import { deleteObjectionsBefore } from '../entry/recovery/objections.store.ts'
import { deleteRequestsBefore } from '../entry/recovery/recovery.store.ts'
import { deleteAsksBefore } from '../entry/sign-in/disclosure.store.ts'
import { deleteRoundsBefore } from '../office/contacts/invitation-rounds.store.ts'
import { deleteImportsBefore } from '../office/import/import.store.ts'
import { deleteEventsBefore } from '../office/webhooks/deliveries.store.ts'
import { deleteAddressChangesBefore } from '../people/accounts/address-changes.store.ts'
import { deleteExpiredChallenges } from '../people/factors/spent-challenges.store.ts'
import { deleteFailuresBefore } from '../people/guessing/failures.store.ts'
import { deleteExpiredHalfDoneSignIns } from '../people/sessions/half-done-sign-ins.store.ts'
import { deleteOutdatedDevices } from '../people/sessions/known-devices.store.ts'
import { deleteExpiredRecords } from '../people/sessions/provider-records.store.ts'
import { idleSince } from '../people/sessions/read-session.ts'
import { deleteEndedSessions } from '../people/sessions/sessions.store.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database/tables.ts'
import { limits } from '../platform/limits/limits.ts'
import { deleteFailingBefore } from '../platform/mail/failing-addresses.store.ts'
import { deleteMessagesBefore } from '../platform/mail/mail.store.ts'

/** For this long, links explain their outcome, and administrators see the mail log. */
const daysKept = 90

/** Deletes expired rows that serve no purpose any more (ASVS 14.2.7). The audit stays. */
export function createPurge({ db, clock }: { db: Db; clock: Clock }) {
  return async function purge(): Promise<void> {
    const now = clock.now()
    const before = (seconds: number) => new Date(now.getTime() - seconds * 1000)
    const longAgo = before(daysKept * daySeconds)
    await deleteExpiredHalfDoneSignIns(db, now)
    await deleteExpiredChallenges(db, now)
    await deleteEndedSessions(db, { now, seenAfter: idleSince(now) })
    await deleteExpiredRecords(db, now)
    await deleteOutdatedDevices(db, now)
    await deleteFailuresBefore(db, before(limits.signInFailures.windowSeconds))
    await deleteAsksBefore(db, before(limits.disclosure.windowSeconds))
    await deleteRequestsBefore(db, longAgo)
    await deleteObjectionsBefore(db, longAgo)
    await deleteAddressChangesBefore(db, longAgo)
    await deleteMessagesBefore(db, longAgo)
    await deleteEventsBefore(db, longAgo)
    await deleteFailingBefore(db, longAgo)
    await deleteRoundsBefore(db, { before: longAgo, drafts: before(daySeconds) })
    await deleteImportsBefore(db, before(importLimits.daysKept * daySeconds))
  }
}

import type { VisitChange } from '../../../shared/contract/visits.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { deleteVisit, lockVisit, updateVisits } from '../../trade/visits/visits.store.ts'
import { getLocalMoment, getMoment } from './visits.query.ts'

export type VisitChanged = { kind: 'changed'; day: string; time: string } | { kind: 'no-such-visit' }
export type VisitRemoved = { kind: 'removed' } | { kind: 'no-such-visit' }

type Needs = { db: Db; clock: Clock }
type OnVisit = { id: string; authority: Authority }

/** Moves a visit to another day or time, or changes its note. What the change leaves out stays. */
export function createChangeVisit({ db, clock }: Needs) {
  return async function changeVisit(command: OnVisit & { change: VisitChange }): Promise<VisitChanged> {
    const { id, change, authority } = command
    return db.transaction().execute(async tx => {
      const before = await lockVisit(tx, id)
      if (!before) return { kind: 'no-such-visit' as const }
      const { timeZone } = await getOrganisation(tx)
      const local = await getLocalMoment(tx, { at: before.at, timeZone })
      const day = change.day ?? local.day
      const time = change.time ?? local.time
      // An unchanged time stays to the second.
      const isMoved = day !== local.day || time !== local.time
      const at = isMoved ? await getMoment(tx, { day, time, timeZone }) : before.at
      await updateVisits(tx, [{ ...before, at, note: change.note ?? before.note }])
      const { accountId, retailerId } = before
      const details = { retailer: retailerId, from: `${local.day} ${local.time}`, to: `${day} ${time}` }
      await recordEvent(tx, { at: clock.now(), action: 'visit-changed', ...authority, accountId, details })
      return { kind: 'changed' as const, day, time }
    })
  }
}

/** Removes a visit. The app of the rep removes it too. */
export function createRemoveVisit({ db, clock }: Needs) {
  return async function removeVisit({ id, authority }: OnVisit): Promise<VisitRemoved> {
    return db.transaction().execute(async tx => {
      const before = await lockVisit(tx, id)
      if (!before) return { kind: 'no-such-visit' as const }
      await deleteVisit(tx, id)
      const { accountId, retailerId } = before
      const details = { retailer: retailerId }
      await recordEvent(tx, { at: clock.now(), action: 'visit-removed', ...authority, accountId, details })
      return { kind: 'removed' as const }
    })
  }
}

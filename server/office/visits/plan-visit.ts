import type { NewVisit } from '../../../shared/contract/visits.ts'
import { findRep } from '../../people/accounts/reps.query.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { insertSavedVisits, lockVisits } from '../../trade/visits/visits.store.ts'
import { findShownRetailer, getMoment } from './visits.query.ts'

export type VisitPlanned =
  | { kind: 'planned'; retailerName: string }
  | { kind: 'no-such-rep' | 'retailer-not-shown' | 'visit-exists' }

type Command = { visit: NewVisit; authority: Authority }

/** Plans a visit to a retailer that the rep can see. The rep's app downloads it. */
export function createPlanVisit({ db, clock }: { db: Db; clock: Clock }) {
  return async function planVisit({ visit, authority }: Command): Promise<VisitPlanned> {
    const { repId: accountId, retailerId, day, time, note } = visit
    return db.transaction().execute(async tx => {
      if (!(await findRep(tx, accountId))) return { kind: 'no-such-rep' as const }
      const retailer = await findShownRetailer(tx, { repId: accountId, retailerId })
      if (!retailer) return { kind: 'retailer-not-shown' as const }
      const { timeZone } = await getOrganisation(tx)
      const place = { accountId, retailerId, at: await getMoment(tx, { day, time, timeZone }) }
      if ((await lockVisits(tx, { references: [], places: [place] })).size > 0) return { kind: 'visit-exists' as const }
      await insertSavedVisits(tx, [{ ...place, id: null, reference: null, note }])
      await recordEvent(tx, {
        at: clock.now(),
        action: 'visit-planned',
        ...authority,
        accountId,
        details: { retailer: retailerId, day, time },
      })
      return { kind: 'planned' as const, retailerName: retailer.name }
    })
  }
}

import type { TargetPage, TargetQuery } from '../../../shared/contract/targets.ts'
import { dayIn } from '../../../shared/prices/day-in.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Clock } from '../../platform/clock.ts'
import { cutPage } from '../../platform/database/pages.ts'
import type { Db } from '../../platform/database/tables.ts'
import { findPlace, repsAfter, targetsOfYear } from './targets.query.ts'

/** Lists the reps, each with the targets of one year and what was sold. */
export function createListTargets({ db, clock }: { db: Db; clock: Clock }) {
  return async function listTargets(query: TargetQuery): Promise<TargetPage> {
    const after = query.after === undefined ? undefined : await findPlace(db, query.after)
    const { rows, hasMore } = cutPage(await repsAfter(db, query, after).execute(), query.size)
    const { currency, timeZone } = await getOrganisation(db)
    const today = dayIn(timeZone, clock.now())
    const year = query.year ?? Number(today.slice(0, 4))
    const targets = await targetsOfYear(db, { repIds: rows.map(({ id }) => id), year })
    const ofRep = Map.groupBy(targets, target => target.account_id)
    const reps = rows.map(({ id, fullName, username }) => {
      const months = (ofRep.get(id) ?? []).map(({ month, amount_cents, sold_cents }) => ({
        month,
        amountCents: Number(amount_cents),
        soldCents: Number(sold_cents),
      }))
      return { id, fullName, username, months }
    })
    return { currency, year, today, reps, hasMore }
  }
}

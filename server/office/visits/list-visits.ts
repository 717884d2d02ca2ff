import type { RepList, VisitPlaces, VisitWeek } from '../../../shared/contract/visits.ts'
import { dayIn, mondayOf } from '../../../shared/prices/day-in.ts'
import { findRep, reps, repsLike } from '../../people/accounts/reps.query.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { shownRetailers, visitsOfWeek } from './visits.query.ts'

const mostReps = 50

/** The week of one rep. Undefined for an id that is no rep's. */
export function createListVisits({ db, clock }: { db: Db; clock: Clock }) {
  return async function listVisits({
    repId,
    from: first,
  }: {
    repId: string
    from?: string | undefined
  }): Promise<VisitWeek | undefined> {
    const [rep, { timeZone }] = await Promise.all([findRep(db, repId), getOrganisation(db)])
    if (!rep) return undefined
    const today = dayIn(timeZone, clock.now())
    const from = first ?? mondayOf(today)
    const rows = await visitsOfWeek(db, { repId, from, timeZone }).execute()
    const visits = rows.map(({ id, retailer_id, retailer_name, is_shown, ...visit }) => ({
      ...visit,
      id,
      retailerId: retailer_id,
      retailerName: retailer_name,
      isShown: is_shown === true,
    }))
    return { rep, from, today, timeZone, visits }
  }
}

/** Reps to choose from, by any words of the name or by id. */
export function createListReps({ db }: { db: Db }) {
  return async function listReps({ search, id }: { search: string; id?: string | undefined }): Promise<RepList> {
    const found = id === undefined ? repsLike(db, search) : reps(db).where('a.id', '=', id)
    return { reps: await found.limit(mostReps).execute() }
  }
}

/** Retailers that a rep may visit. */
export function createListVisitPlaces({ db }: { db: Db }) {
  return async function listVisitPlaces(query: { repId: string; search: string }): Promise<VisitPlaces> {
    return { retailers: await shownRetailers(db, query).execute() }
  }
}

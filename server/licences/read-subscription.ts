import type { Subscription } from '../../shared/contract/subscription.ts'
import { userTypes } from '../../shared/contract/user-lists.ts'
import type { Db } from '../database/tables.ts'
import { listLicences, listSubscriptionEvents } from './licences.store.ts'

/** Seats of each type, in the order of the word list, and the last changes to them. */
export function createReadSubscription({ db }: { db: Db }) {
  return async function readSubscription(): Promise<Subscription> {
    const [licences, events] = await Promise.all([listLicences(db), listSubscriptionEvents(db)])
    const changes = events.flatMap(({ at, by, details: { type, from, to } }) => {
      const userType = userTypes.find(one => one === type)
      return userType ? [{ at: at.toISOString(), by, userType, from: Number(from), to: Number(to) }] : []
    })
    return { licences: userTypes.flatMap(type => licences.filter(({ userType }) => userType === type)), changes }
  }
}

export type ReadSubscription = ReturnType<typeof createReadSubscription>

import type { Subscription } from '../../../shared/contract/subscription.ts'
import { userTypes } from '../../../shared/contract/user-lists.ts'
import type { Db } from '../../platform/database/tables.ts'
import { getOrganisation } from '../organisation/organisation.store.ts'
import { listLicences, listSubscriptionEvents } from './licences.store.ts'

/** Lists the licences of each type, in the order of the word list, and their latest changes. */
export function createReadSubscription({ db }: { db: Db }) {
  return async function readSubscription(): Promise<Subscription> {
    const [licences, events, { currency }] = await Promise.all([
      listLicences(db),
      listSubscriptionEvents(db),
      getOrganisation(db),
    ])
    return {
      licences: userTypes.flatMap(type => licences.filter(({ userType }) => userType === type)),
      changes: events.flatMap(toChange),
      currency,
    }
  }
}

export type ReadSubscription = ReturnType<typeof createReadSubscription>

type Event = Awaited<ReturnType<typeof listSubscriptionEvents>>[number]

function toChange({ at, by, details }: Event): Subscription['changes'] {
  const { type, from, to, priceFrom = null, priceTo = null } = details
  const userType = userTypes.find(one => one === type)
  if (!userType) return []
  const price = (cents: unknown) => (cents === null ? null : Number(cents))
  const prices = { priceFrom: price(priceFrom), priceTo: price(priceTo) }
  return [{ at: at.toISOString(), by, userType, from: Number(from), to: Number(to), ...prices }]
}

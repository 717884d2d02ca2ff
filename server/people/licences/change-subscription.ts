import type { UserType } from '../../../shared/contract/user-lists.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Authority } from '../roles/authority.ts'
import { lockLicence, updateLicence } from './licences.store.ts'

export type SubscriptionChanged = { kind: 'changed'; from: number } | { kind: 'fewer-than-used' }

type Command = { userType: UserType; enabled: number; monthlyPriceCents: number; authority: Authority }

/** Changes how many licences of a type are enabled. Never fewer than are in use, so no user loses one. */
export function createChangeSubscription({ db, clock }: { db: Db; clock: Clock }) {
  return async function changeSubscription({ authority, ...licence }: Command): Promise<SubscriptionChanged> {
    const { userType, enabled, monthlyPriceCents } = licence
    return db.transaction().execute(async tx => {
      const before = await lockLicence(tx, userType)
      if (enabled < before.used && enabled < before.enabled) return { kind: 'fewer-than-used' as const }
      if (enabled === before.enabled && monthlyPriceCents === before.monthlyPriceCents)
        return { kind: 'changed' as const, from: enabled }
      await updateLicence(tx, licence)
      await recordEvent(tx, {
        at: clock.now(),
        action: 'subscription-changed',
        ...authority,
        details: {
          type: userType,
          from: before.enabled,
          to: enabled,
          priceFrom: before.monthlyPriceCents,
          priceTo: monthlyPriceCents,
        },
      })
      return { kind: 'changed' as const, from: before.enabled }
    })
  }
}

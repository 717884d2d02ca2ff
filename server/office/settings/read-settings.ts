import type { Settings } from '../../../shared/contract/settings.ts'
import { listOfficeNetworks } from '../../people/accounts/office-networks.store.ts'
import { listPolicies } from '../../people/factors/policies.store.ts'
import { getOrganisation, type Organisation } from '../../people/organisation/organisation.store.ts'
import type { Db } from '../../platform/database/tables.ts'
import { listLimits } from '../../platform/limits/describe-limits.ts'
import { listTaxRates } from '../../trade/catalogue/tax-classes.query.ts'

type Needs = {
  db: Db
  usernameDisclosure: Settings['disclosure']
  resetCodeMinutes: number
}

export type SettingsRead = Omit<Settings, 'logo' | 'ownNetwork'> & { facts: Organisation }

/** Reads what the organisation may change, and what the operator of the server has set. */
export function createReadSettings({ db, usernameDisclosure: disclosure, resetCodeMinutes }: Needs) {
  return async function readSettings(): Promise<SettingsRead> {
    const facts = await getOrganisation(db)
    const { name, contactLine, securityWords, colour, currency, timeZone, confirmsOrders, hiddenAfterDays } = facts
    return {
      organisation: { name, contactLine, securityWords, colour, currency, timeZone, confirmsOrders, hiddenAfterDays },
      facts,
      officeNetworks: await listOfficeNetworks(db),
      secondStep: await listPolicies(db),
      taxClasses: await listTaxRates(db),
      disclosure,
      limits: listLimits(`${resetCodeMinutes} min`),
    }
  }
}

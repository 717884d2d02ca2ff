import type { OrganisationChange } from '../../../shared/contract/settings.ts'
import { lockOrganisation, saveOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'

export type OrganisationChanged = { kind: 'changed'; fields: (keyof OrganisationChange)[] }

type Command = { change: OrganisationChange; authority: Authority }

/**
 * Changes the organisation's texts and colour on pages and in mail, immediately and on all servers. Omitted fields
 * stay.
 */
export function createChangeOrganisation({ db, clock }: { db: Db; clock: Clock }) {
  return async function changeOrganisation({ change, authority }: Command): Promise<OrganisationChanged> {
    return db.transaction().execute(async tx => {
      const before = await lockOrganisation(tx)
      const fields = (Object.keys(change) as (keyof OrganisationChange)[]).filter(
        field => change[field] !== undefined && JSON.stringify(change[field]) !== JSON.stringify(before[field]),
      )
      if (fields.length === 0) return { kind: 'changed', fields }
      const given = Object.fromEntries(fields.map(field => [field, change[field]]))
      await saveOrganisation(tx, { ...before, ...given })
      // The names of the fields, not their values.
      const details = { fields: fields.join(', ') }
      await recordEvent(tx, { at: clock.now(), action: 'organisation-changed', ...authority, details })
      return { kind: 'changed', fields }
    })
  }
}

import type { ContactDetails, ContactSummary } from '../../../shared/contract/retailers.ts'
import { fullNameOf } from '../../../shared/names/full-name.ts'
import type { ExplainSignIn } from '../../people/diagnosis/explain-sign-in.ts'
import type { Db } from '../../platform/database/tables.ts'
import { type ContactRow, findContactRow } from './contacts.query.ts'

/** Reads everything that an administrator sees of one contact. Returns nothing for an unknown id or a user. */
export function createReadContact({ db, explainSignIn }: { db: Db; explainSignIn: ExplainSignIn }) {
  return async function readContact(id: string): Promise<ContactDetails | undefined> {
    const row = await findContactRow(db, id)
    if (!row) return undefined
    return {
      ...toContact(row),
      givenName: row.given_name,
      familyName: row.family_name,
      retailerId: row.retailer_id,
      retailerName: row.retailer_name,
      mayOrder: row.may_order,
      ...(await explainSignIn(id)),
    }
  }
}

export type ReadContact = ReturnType<typeof createReadContact>

type SummaryRow = Omit<ContactRow, 'retailer_id' | 'retailer_name' | 'may_order'>

export function toContact(row: SummaryRow): ContactSummary {
  return {
    id: row.id,
    fullName: fullNameOf({ givenName: row.given_name, familyName: row.family_name }),
    role: row.role,
    username: row.username,
    email: row.email,
    hasAccess: row.has_website_access,
    status: row.status,
    lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
  }
}

import type { Queryable, Tx } from '../../platform/database/tables.ts'

export type CompanyIdentity = { providerId: string; subject: string; accountId: string }

/** The account of a subject. Nothing else of a token identifies a person. */
export async function findLinkedAccount(
  db: Queryable,
  { providerId, subject }: Omit<CompanyIdentity, 'accountId'>,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('company_identities')
    .select('account_id')
    .where('provider_id', '=', providerId)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.account_id
}

/** False if the subject or the account is linked at this provider already. */
export async function insertIdentity(tx: Tx, identity: CompanyIdentity & { at: Date }): Promise<boolean> {
  const row = await tx
    .insertInto('company_identities')
    .values({
      provider_id: identity.providerId,
      subject: identity.subject,
      account_id: identity.accountId,
      linked_at: identity.at,
      last_used_at: null,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function markIdentityUsed(
  tx: Tx,
  { providerId, subject, at }: Omit<CompanyIdentity, 'accountId'> & { at: Date },
): Promise<void> {
  await tx
    .updateTable('company_identities')
    .set({ last_used_at: at })
    .where('provider_id', '=', providerId)
    .where('subject', '=', subject)
    .execute()
}

/** The providers that an account is linked with. */
export async function listLinksOf(db: Queryable, accountId: string) {
  return db
    .selectFrom('company_identities as i')
    .innerJoin('company_providers as p', 'p.id', 'i.provider_id')
    .select(['p.id', 'p.name', 'i.linked_at as linkedAt', 'i.last_used_at as lastUsedAt'])
    .where('i.account_id', '=', accountId)
    .orderBy('p.name')
    .execute()
}

export async function deleteIdentity(
  tx: Tx,
  { providerId, accountId }: Pick<CompanyIdentity, 'providerId' | 'accountId'>,
): Promise<boolean> {
  const row = await tx
    .deleteFrom('company_identities')
    .where('provider_id', '=', providerId)
    .where('account_id', '=', accountId)
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}

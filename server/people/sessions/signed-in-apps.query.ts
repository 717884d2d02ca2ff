import { sql } from 'kysely'
import type { Queryable } from '../../platform/database/tables.ts'

export type SignedInApp = { id: string; clientId: string; startedAt: Date }

/**
 * The apps an account is signed in to: grants with a live token. A grant without one belongs to an unfinished sign-in
 * or a signed-out app.
 */
export async function listSignedInApps(
  db: Queryable,
  { accountId, now }: { accountId: string; now: Date },
): Promise<SignedInApp[]> {
  const { rows } = await sql<{ id: string; client_id: string; started_at: Date }>`
    select g.id, g.payload ->> 'clientId' as client_id,
      to_timestamp((g.payload ->> 'iat')::double precision) as started_at
    from provider_records g
    where g.account_id = ${accountId} and g.kind = 'Grant' and g.ended_because is null and g.expires_at > ${now}
      and exists (select from provider_records t
        where t.account_id = g.account_id and t.kind in ('RefreshToken', 'AccessToken')
          and sha256(convert_to(t.grant_id, 'UTF8')) = g.id_hash
          and t.ended_because is null and t.used_at is null and t.expires_at > ${now})
    order by started_at desc, g.id`.execute(db)
  return rows.map(row => ({ id: row.id, clientId: row.client_id, startedAt: row.started_at }))
}

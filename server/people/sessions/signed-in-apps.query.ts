import { sql } from 'kysely'
import type { Queryable } from '../../platform/database/tables.ts'

export type SignedInApp = {
  id: string
  clientId: string
  startedAt: Date
  /** The name that the app gave its device; null for an app that reports none. */
  device: string | null
}

/**
 * The apps an account is signed in to: grants with a live token. A grant without one belongs to an unfinished sign-in
 * or a signed-out app.
 */
export async function listSignedInApps(
  db: Queryable,
  { accountId, now }: { accountId: string; now: Date },
): Promise<SignedInApp[]> {
  const { rows } = await sql<{ id: string; client_id: string; started_at: Date; device: string | null }>`
    select g.id, g.payload ->> 'clientId' as client_id,
      to_timestamp((g.payload ->> 'iat')::double precision) as started_at,
      (select d.name from provider_records t
        join app_devices d on d.account_id = t.account_id and d.key_thumbprint = t.payload ->> 'jkt'
        where t.account_id = g.account_id and t.kind in ('RefreshToken', 'AccessToken')
          and sha256(convert_to(t.grant_id, 'UTF8')) = g.id_hash
        order by d.last_seen_at desc limit 1) as device
    from provider_records g
    where g.account_id = ${accountId} and g.kind = 'Grant' and g.ended_because is null and g.expires_at > ${now}
      and exists (select from provider_records t
        where t.account_id = g.account_id and t.kind in ('RefreshToken', 'AccessToken')
          and sha256(convert_to(t.grant_id, 'UTF8')) = g.id_hash
          and t.ended_because is null and t.used_at is null and t.expires_at > ${now})
    order by started_at desc, g.id`.execute(db)
  return rows.map(row => ({ id: row.id, clientId: row.client_id, startedAt: row.started_at, device: row.device }))
}

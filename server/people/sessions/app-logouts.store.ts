import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/tables.ts'

export type DueLogout = {
  id: string
  clientId: string
  logoutUri: string
  accountId: string
  grantHash: Buffer
  attempts: number
  firstAt: Date
}

/** All sign-ins of an account, those that came from one browser session, or one. */
type SignedOut = { accountId: string; sessionId?: string; grantId?: string }

/** Queues a logout token for each sign-in to an app that wants one. Call it before the sign-ins end. */
export async function queueLogouts(tx: Tx, { accountId, sessionId, grantId }: SignedOut): Promise<void> {
  await sql`insert into app_logouts (client_id, account_id, grant_hash)
    select c.id, g.account_id, g.id_hash from provider_records g join app_clients c on c.id = g.payload ->> 'clientId'
    where g.account_id = ${accountId}::uuid and g.kind = 'Grant' and g.ended_because is null and c.logout_uri is not null
      and (${sessionId ?? null}::uuid is null or g.session_id = ${sessionId ?? null}::uuid)
      and (${grantId ?? null}::uuid is null or g.id = ${grantId ?? null}::uuid)`.execute(tx)
}

/** Takes logouts that are due, for one attempt each. If the process dies, another attempt begins after the lease. */
export async function claimLogouts(
  db: Db,
  { at, leaseSeconds, most }: { at: Date; leaseSeconds: number; most: number },
): Promise<DueLogout[]> {
  const until = new Date(at.getTime() + leaseSeconds * 1000)
  const { rows } = await sql<DueLogout>`
    with due as (
      select l.id from app_logouts l where l.next_attempt_at is null or l.next_attempt_at <= ${at}
      order by l.next_attempt_at nulls first, l.id limit ${most} for update skip locked
    )
    update app_logouts l set attempts = attempts + 1, next_attempt_at = ${until},
      first_attempt_at = coalesce(first_attempt_at, ${at})
    from due, app_clients c where l.id = due.id and c.id = l.client_id
    returning l.id, l.client_id as "clientId", c.logout_uri as "logoutUri", l.account_id as "accountId",
      l.grant_hash as "grantHash", l.attempts, l.first_attempt_at as "firstAt"`.execute(db)
  return rows
}

export async function deleteLogout(db: Db, id: string): Promise<void> {
  await db.deleteFrom('app_logouts').where('id', '=', id).execute()
}

export async function setNextAttempt(db: Db, { id, at }: { id: string; at: Date }): Promise<void> {
  await db.updateTable('app_logouts').set({ next_attempt_at: at }).where('id', '=', id).execute()
}

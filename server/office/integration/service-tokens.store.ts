import { sql } from 'kysely'
import { moduleNames, type Rights } from '../../../shared/contract/rights.ts'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

export type NewServiceToken = {
  name: string
  tokenHash: Buffer
  roleId: string
  createdBy: string | null
  createdAt: Date
  expiresAt: Date
}

/** Undefined if a token that isn't revoked has this name. */
export async function insertServiceToken(tx: Tx, token: NewServiceToken): Promise<string | undefined> {
  const row = await tx
    .insertInto('service_tokens')
    .values({
      name: token.name,
      token_hash: token.tokenHash,
      role_id: token.roleId,
      created_by: token.createdBy,
      created_at: token.createdAt,
      expires_at: token.expiresAt,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** The token and its rights, while it is valid. */
export async function findValidToken(
  db: Queryable,
  { tokenHash, now }: { tokenHash: Buffer; now: Date },
): Promise<{ id: string; name: string; lastUsedAt: Date | null; rights: Rights } | undefined> {
  const row = await db
    .selectFrom('service_tokens as t')
    .innerJoin('roles as r', 'r.id', 't.role_id')
    .select(['t.id', 't.name as token_name', 't.last_used_at'])
    .select(moduleNames.map(module => `r.${module}` as const))
    .where('t.token_hash', '=', tokenHash)
    .where('t.revoked_at', 'is', null)
    .where('t.expires_at', '>', now)
    .executeTakeFirst()
  if (!row) return undefined
  const { id, token_name: name, last_used_at: lastUsedAt, ...rights } = row
  return { id, name, lastUsedAt, rights }
}

/** True if the token is still valid. It can't be revoked until the transaction ends. */
export async function holdToken(tx: Tx, { id, now }: { id: string; now: Date }): Promise<boolean> {
  const row = await tx
    .selectFrom('service_tokens')
    .select('id')
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .forShare()
    .executeTakeFirst()
  return row !== undefined
}

export async function saveTokenUse(db: Queryable, { id, at }: { id: string; at: Date }): Promise<void> {
  await db.updateTable('service_tokens').set({ last_used_at: at }).where('id', '=', id).execute()
}

export type ServiceTokenRow = {
  id: string
  name: string
  role: string
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
}

/** The tokens that aren't revoked, by name. Expired ones are among them. */
export async function listTokensByName(db: Queryable): Promise<ServiceTokenRow[]> {
  const rows = await db
    .selectFrom('service_tokens as t')
    .innerJoin('roles as r', 'r.id', 't.role_id')
    .select(['t.id', 't.name', 'r.name as role', 't.created_at', 't.expires_at', 't.last_used_at'])
    .where('t.revoked_at', 'is', null)
    .orderBy(sql`lower(t.name)`)
    .execute()
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    role: row.role,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  }))
}

export type TokenToRevoke = { id: string } | { name: string }

/** Waits for calls that are using the token. Undefined if there is no such token, or it is revoked. */
export async function revokeToken(
  tx: Tx,
  { token, at }: { token: TokenToRevoke; at: Date },
): Promise<string | undefined> {
  const row = await tx
    .updateTable('service_tokens')
    .set({ revoked_at: at, role_id: null })
    .where(({ eb, fn }) =>
      'id' in token ? eb('id', '=', token.id) : eb(fn<string>('lower', ['name']), '=', token.name.toLowerCase()),
    )
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

import type { Selectable } from 'kysely'
import type { AdmittedType, AppClientsTable } from '../../platform/database/app-tables.ts'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

export type AppClient = {
  id: string
  name: string
  redirectUris: string[]
  admits: AdmittedType[]
  startUrl: string | null
  /** How the app proves itself at the token endpoint: not at all, by a secret, or by a key of its own. */
  kind: 'public' | 'secret' | 'key'
  /** The keys of the app, or where they are published. One of them if the kind is `key`. */
  jwks: Record<string, unknown> | null
  jwksUri: string | null
  /** Where the app learns that a person is signed out. */
  logoutUri: string | null
}

export async function findAppClient(db: Queryable, id: string): Promise<AppClient | undefined> {
  const row = await db.selectFrom('app_clients').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toClient(row)
}

export async function listAppClients(db: Queryable): Promise<AppClient[]> {
  const rows = await db.selectFrom('app_clients').selectAll().orderBy('name').orderBy('id').execute()
  return rows.map(toClient)
}

/** False if the id is taken. */
export async function insertAppClient(tx: Tx, client: AppClient, at: Date): Promise<boolean> {
  const row = await tx
    .insertInto('app_clients')
    .values({
      id: client.id,
      name: client.name,
      redirect_uris: client.redirectUris,
      admits: client.admits,
      start_url: client.startUrl,
      created_at: at,
      kind: client.kind,
      jwks: client.jwks,
      jwks_uri: client.jwksUri,
      logout_uri: client.logoutUri,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Locked until the transaction ends. */
export async function lockAppClient(tx: Tx, id: string): Promise<AppClient | undefined> {
  const row = await tx.selectFrom('app_clients').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toClient(row)
}

export async function deleteAppClient(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.deleteFrom('app_clients').where('id', '=', id).returning('id').executeTakeFirst()
  return row !== undefined
}

function toClient(row: Selectable<AppClientsTable>): AppClient {
  return {
    id: row.id,
    name: row.name,
    redirectUris: row.redirect_uris,
    admits: row.admits,
    startUrl: row.start_url,
    kind: row.kind,
    jwks: row.jwks,
    jwksUri: row.jwks_uri,
    logoutUri: row.logout_uri,
  }
}

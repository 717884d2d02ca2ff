import type { AdmittedType, AppClientsTable, Queryable, Tx } from '../../platform/database/tables.ts'

export type AppClient = {
  id: string
  name: string
  redirectUris: string[]
  admits: AdmittedType[]
  startUrl: string | null
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
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteAppClient(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.deleteFrom('app_clients').where('id', '=', id).returning('id').executeTakeFirst()
  return row !== undefined
}

function toClient(row: AppClientsTable): AppClient {
  return {
    id: row.id,
    name: row.name,
    redirectUris: row.redirect_uris,
    admits: row.admits,
    startUrl: row.start_url,
  }
}

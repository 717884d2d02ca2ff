import { sql } from 'kysely'
import type { Queryable, Tx } from '../../platform/database/tables.ts'

export type OfficeNetwork = { network: string; label: string }

export async function listOfficeNetworks(db: Queryable): Promise<OfficeNetwork[]> {
  return db.selectFrom('office_networks').select(['network', 'label']).orderBy('label').orderBy('network').execute()
}

/** False if the network is already marked. */
export async function insertOfficeNetwork(tx: Tx, network: OfficeNetwork & { addedAt: Date }): Promise<boolean> {
  const { addedAt, ...values } = network
  const row = await tx
    .insertInto('office_networks')
    .values({ ...values, added_at: addedAt })
    .onConflict(conflict => conflict.doNothing())
    .returning('network')
    .executeTakeFirst()
  return row !== undefined
}

/** False if the network was not marked. */
export async function deleteOfficeNetwork(tx: Tx, network: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('office_networks')
    .where('network', '=', sql<string>`${network}::cidr`)
    .returning('network')
    .executeTakeFirst()
  return row !== undefined
}

/** True if an administrator has marked the network, or enough users have known devices there. Contacts don't count. */
export async function isOfficeNetwork(
  db: Queryable,
  { network, users, now }: { network: string; users: number; now: Date },
): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from office_networks o where o.network >>= ${network}::inet)
      or (select count(*) >= ${users} from (
        select distinct k.account_id from known_devices k join users u on u.account_id = k.account_id
        where k.network = ${network} and k.expires_at > ${now} limit ${users}) people) as is`.execute(db)
  return rows[0]?.is === true
}

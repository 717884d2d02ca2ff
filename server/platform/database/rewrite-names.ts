import { type Kysely, sql } from 'kysely'
import { nameKey } from '../names/name-key.ts'
import { readMailAddress } from '../names/read-mail-address.ts'
import { stripInvisible } from '../names/strip-invisible.ts'

// Raw SQL, because the table types are those of the newest schema.
// biome-ignore lint/suspicious/noExplicitAny: a transaction of any schema
type AnyDb = Kysely<any>
type StoredName = { id: string; username: string; username_key: string }

/** Any name but plain ASCII, and domains in their ASCII form. */
const needsReading = '[^ -~]|xn--'

/**
 * Rewrites stored names and addresses into the form of `nameKey`: without invisible characters, with readable domains.
 * Follows migration 027, in its transaction.
 */
export async function rewriteNames(db: AnyDb): Promise<void> {
  await rewriteUsernames(db)
  const columns = [
    ['contacts', 'email'],
    ['users', 'email_to'],
    ['address_changes', 'address_before'],
    ['address_changes', 'address_after'],
    ['address_changes', 'proven_address'],
  ] as const
  for (const [table, column] of columns) await rewriteAddresses(db, { table, column })
  await rewriteFailing(db)
}

/**
 * The account that already has the compared name keeps it. The other one gets a number, so an administrator can see and
 * rename it.
 */
async function rewriteUsernames(db: AnyDb): Promise<void> {
  const { rows } = await sql<StoredName>`select id, username, username_key from accounts
    where username ~* ${needsReading} or username_key ~* ${needsReading} order by created_at, id`.execute(db)
  for (const { id, username, username_key } of rows) {
    const typed = toStored(username)
    const free = nameKey(typed) === username_key ? typed : await findFree(db, { id, typed })
    if (free === username && nameKey(free) === username_key) continue
    await sql`update accounts set username = ${free}, username_key = ${nameKey(free)} where id = ${id}`.execute(db)
  }
}

async function findFree(db: AnyDb, { id, typed }: { id: string; typed: string }): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? typed : `${typed} (${number})`
    const taken = await sql`select 1 from accounts where username_key = ${nameKey(name)} and id <> ${id}`.execute(db)
    if (taken.rows.length === 0) return name
  }
}

async function rewriteAddresses(db: AnyDb, { table, column }: { table: string; column: string }): Promise<void> {
  const { rows } = await sql<{ address: string }>`select distinct ${sql.ref(column)} as address from ${sql.table(table)}
    where ${sql.ref(column)} ~* ${needsReading}`.execute(db)
  for (const { address } of rows) {
    const typed = toStored(address)
    if (typed === address) continue
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${typed} where ${sql.ref(column)} = ${address}`.execute(
      db,
    )
  }
}

/** If two forms of one address have bounced, the later bounce counts. */
async function rewriteFailing(db: AnyDb): Promise<void> {
  const { rows } = await sql<{ address: string }>`select address from failing_addresses
    where address ~* ${needsReading}`.execute(db)
  for (const { address } of rows) {
    const key = nameKey(address)
    if (key === address) continue
    await sql`insert into failing_addresses (address, since, why, bounced_at, accepted_at)
      select ${key}, since, why, bounced_at, accepted_at from failing_addresses where address = ${address}
      on conflict (address) do update set since = least(failing_addresses.since, excluded.since), why = excluded.why,
        bounced_at = excluded.bounced_at, accepted_at = excluded.accepted_at
      where excluded.bounced_at > failing_addresses.bounced_at`.execute(db)
    await sql`delete from failing_addresses where address = ${address}`.execute(db)
  }
}

function toStored(name: string): string {
  const read = readMailAddress(name)
  return read.kind === 'read' ? read.address.typed : stripInvisible(name).trim()
}

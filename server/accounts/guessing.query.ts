import { sql } from 'kysely'
import type { Queryable } from '../database/tables.ts'
import type { Account } from './account.ts'
import { type AccountRow, toAccount } from './accounts.store.ts'

export type Failures = { count: number; firstAt: Date; lastAt: Date }

/** All that decides on one try at a password, of a username that somebody has or nobody. */
export type Guessing = {
  account: Account | undefined
  everybody: Failures | undefined
  device: Failures | undefined
  network: Failures | undefined
  isKnownDevice: boolean
  isKnownNetwork: boolean
}

export type GuessingQuestion = {
  usernameKey: string
  usernameHash: Buffer
  /** Of the device's cookie; empty where there is none. */
  deviceHash: Buffer
  networkHash: Buffer
  network: string
  now: Date
}

type Counts<Of extends string> = {
  [Key in `${Of}_failures`]: number | null
} & { [Key in `${Of}_first_at` | `${Of}_last_at`]: Date | null }

type Row = Omit<AccountRow, 'id'> & {
  id: string | null
  is_known_device: boolean
  is_known_network: boolean
} & Counts<'everybody'> &
  Counts<'device'> &
  Counts<'network'>

/** One statement, the same for a username that somebody has and for one that nobody has (ASVS 6.3.8). */
export async function getGuessing(db: Queryable, question: GuessingQuestion): Promise<Guessing> {
  const { usernameKey, usernameHash, deviceHash, networkHash, network, now } = question
  const { rows } = await sql<Row>`
    select a.id, a.kind, a.username, a.username_key, a.given_name, a.family_name, a.is_active, a.password_hash,
      a.password_changed_at, a.locked_at, a.compromised_at, u.user_type, u.has_licence, u.email_to,
      c.email, c.has_website_access, r.name as retailer_name,
      r.is_active as is_retailer_open,
      fe.failures as everybody_failures, fe.first_failed_at as everybody_first_at, fe.last_failed_at as everybody_last_at,
      fd.failures as device_failures, fd.first_failed_at as device_first_at, fd.last_failed_at as device_last_at,
      fn.failures as network_failures, fn.first_failed_at as network_first_at, fn.last_failed_at as network_last_at,
      exists (select from known_devices k
        where k.account_id = a.id and k.token_hash = ${deviceHash} and k.expires_at > ${now}) as is_known_device,
      exists (select from known_devices k
        where k.account_id = a.id and k.network = ${network} and k.expires_at > ${now}) as is_known_network
    from (select) as nobody
      left join accounts a on a.username_key = ${usernameKey}
      left join users u on u.account_id = a.id
      left join contacts c on c.account_id = a.id
      left join retailers r on r.id = c.retailer_id
      left join sign_in_failures fe on fe.username_hash = ${usernameHash} and fe.device_hash = ''
      left join sign_in_failures fd on fd.username_hash = ${usernameHash} and fd.device_hash = ${deviceHash}
        and fd.device_hash <> ''
      left join sign_in_failures fn on fn.username_hash = ${networkHash} and fn.device_hash = ''`.execute(db)
  const [row] = rows
  if (!row) throw new Error('A question without tables has one row')
  return {
    account: row.id === null ? undefined : toAccount({ ...row, id: row.id }),
    everybody: toFailures(row.everybody_failures, row.everybody_first_at, row.everybody_last_at),
    device: toFailures(row.device_failures, row.device_first_at, row.device_last_at),
    network: toFailures(row.network_failures, row.network_first_at, row.network_last_at),
    isKnownDevice: row.is_known_device,
    isKnownNetwork: row.is_known_network,
  }
}

function toFailures(count: number | null, firstAt: Date | null, lastAt: Date | null): Failures | undefined {
  return count === null || firstAt === null || lastAt === null ? undefined : { count, firstAt, lastAt }
}

import { sql } from 'kysely'
import type { Queryable } from '../../platform/database/tables.ts'
import type { Account } from '../accounts/account.ts'
import { type AccountRow, accountRows, toAccount } from '../accounts/accounts.store.ts'

export type Failures = { count: number; firstAt: Date; lastAt: Date }

/** Everything that decides about one password try, for existing and unknown usernames alike. */
export type GuessingState = {
  account: Account | undefined
  everybody: Failures | undefined
  device: Failures | undefined
  /** The failures of the caller's network and of its enclosing /56 and /48. */
  networks: (Failures | undefined)[]
  isKnownDevice: boolean
  isKnownNetwork: boolean
}

export type GuessingQuestion = {
  usernameKey: string
  usernameHash: Buffer
  /** Hash of the device cookie; empty without one. */
  deviceHash: Buffer
  /** The caller's network and the networks around it, narrowest first. */
  networkHashes: readonly Buffer[]
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
  Counts<'network'> &
  Counts<'house'> &
  Counts<'company'>

/** Matches no row. */
const absent = Buffer.alloc(0)

/** Runs the same single statement for existing and unknown usernames (ASVS 6.3.8). */
export async function getGuessing(db: Queryable, question: GuessingQuestion): Promise<GuessingState> {
  const { usernameKey, usernameHash, deviceHash, networkHashes, network, now } = question
  const [networkHash = absent, houseHash = absent, companyHash = absent] = networkHashes
  const { rows } = await sql<Row>`
    select a.*,
      fe.failures as everybody_failures, fe.first_failed_at as everybody_first_at, fe.last_failed_at as everybody_last_at,
      fd.failures as device_failures, fd.first_failed_at as device_first_at, fd.last_failed_at as device_last_at,
      fn.failures as network_failures, fn.first_failed_at as network_first_at, fn.last_failed_at as network_last_at,
      fh.failures as house_failures, fh.first_failed_at as house_first_at, fh.last_failed_at as house_last_at,
      fc.failures as company_failures, fc.first_failed_at as company_first_at, fc.last_failed_at as company_last_at,
      exists (select from known_devices k
        where k.account_id = a.id and k.token_hash = ${deviceHash} and k.expires_at > ${now}) as is_known_device,
      exists (select from known_devices k
        where k.account_id = a.id and k.network = ${network} and k.expires_at > ${now}) as is_known_network
    from (select) as nobody
      left join ${accountRows(db)} as a on a.username_key = ${usernameKey}
      left join sign_in_failures fe on fe.username_hash = ${usernameHash} and fe.device_hash = ''
      left join sign_in_failures fd on fd.username_hash = ${usernameHash} and fd.device_hash = ${deviceHash}
        and fd.device_hash <> ''
      left join sign_in_failures fn on fn.username_hash = ${networkHash} and fn.device_hash = ''
      left join sign_in_failures fh on fh.username_hash = ${houseHash} and fh.device_hash = ''
      left join sign_in_failures fc on fc.username_hash = ${companyHash} and fc.device_hash = ''`.execute(db)
  const [row] = rows
  if (!row) throw new Error('A question without tables has one row')
  return {
    account: row.id === null ? undefined : toAccount({ ...row, id: row.id }),
    everybody: toFailures(row.everybody_failures, row.everybody_first_at, row.everybody_last_at),
    device: toFailures(row.device_failures, row.device_first_at, row.device_last_at),
    networks: [
      toFailures(row.network_failures, row.network_first_at, row.network_last_at),
      toFailures(row.house_failures, row.house_first_at, row.house_last_at),
      toFailures(row.company_failures, row.company_first_at, row.company_last_at),
    ],
    isKnownDevice: row.is_known_device,
    isKnownNetwork: row.is_known_network,
  }
}

function toFailures(count: number | null, firstAt: Date | null, lastAt: Date | null): Failures | undefined {
  return count === null || firstAt === null || lastAt === null ? undefined : { count, firstAt, lastAt }
}

export type OwnTries = {
  usernameKey: string
  usernameHash: Buffer
  deviceHash: Buffer
  since: Date
  now: Date
  most: number
}

/** True if the device is known to the account and has tries of its own left. Does the same work for every username. */
export async function hasOwnTries(db: Queryable, question: OwnTries): Promise<boolean> {
  const { usernameKey, usernameHash, deviceHash, since, now, most } = question
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from accounts a join known_devices k on k.account_id = a.id
        where a.username_key = ${usernameKey} and k.token_hash = ${deviceHash} and k.expires_at > ${now})
      and not exists (select from sign_in_failures f
        where f.username_hash = ${usernameHash} and f.device_hash = ${deviceHash}
          and f.first_failed_at > ${since} and f.failures >= ${most}) as has`.execute(db)
  return rows[0]?.has === true
}

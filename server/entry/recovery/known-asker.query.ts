import type { Queryable } from '../../platform/database/tables.ts'
import type { AskedWith } from './reset-asks.store.ts'

/** The account of a request, if the request comes from a known device of that account. */
export async function findKnownAsker(
  db: Queryable,
  { askedWith, tokenHash, now }: { askedWith: AskedWith; tokenHash: Buffer; now: Date },
): Promise<string | undefined> {
  const devices = db
    .selectFrom('known_devices as k')
    .select('k.account_id')
    .where('k.token_hash', '=', tokenHash)
    .where('k.expires_at', '>', now)
  const row =
    'handleHash' in askedWith
      ? await devices
          .innerJoin('reset_pairs as p', 'p.account_id', 'k.account_id')
          .where('p.handle_hash', '=', askedWith.handleHash)
          .executeTakeFirst()
      : await devices
          .innerJoin('accounts as a', 'a.id', 'k.account_id')
          .where('a.username_key', '=', askedWith.usernameKey)
          .executeTakeFirst()
  return row?.account_id
}

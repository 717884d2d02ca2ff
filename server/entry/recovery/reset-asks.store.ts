import type { Queryable, Tx } from '../../platform/database/tables.ts'

/** How a request names its account: a username typed at the form, or the link of an earlier email. */
export type AskedWith = { usernameKey: string } | { handleHash: Buffer }

export type NewAsk = { with: AskedWith; network: string; device: string; askedAt: Date }

/** A request with its account, as the worker finds it. */
export type ResetAsk = {
  id: string
  accountId: string
  handleHash: Buffer | null
  network: string
  device: string
  askedAt: Date
}

/** Records a request in one statement, which is the same for existing and unknown names (ASVS 6.3.8). */
export async function insertAsk(db: Queryable, { with: askedWith, network, device, askedAt }: NewAsk): Promise<void> {
  const handleHash = 'handleHash' in askedWith ? askedWith.handleHash : null
  await db
    .insertInto('reset_asks')
    .values(eb => ({
      account_id:
        'handleHash' in askedWith
          ? eb.selectFrom('reset_pairs').select('account_id').where('handle_hash', '=', askedWith.handleHash)
          : eb.selectFrom('accounts').select('id').where('username_key', '=', askedWith.usernameKey),
      handle_hash: handleHash,
      network,
      device,
      asked_at: askedAt,
    }))
    .execute()
}

/** Locks the oldest request of an account that no other worker has locked, until the transaction ends. */
export async function takeAsk(tx: Tx, { except }: { except: readonly string[] }): Promise<ResetAsk | undefined> {
  const row = await tx
    .selectFrom('reset_asks')
    .selectAll()
    .where('account_id', 'is not', null)
    .$if(except.length > 0, rows => rows.where('id', 'not in', except))
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!row || row.account_id === null) return undefined
  const { id, account_id: accountId, handle_hash: handleHash, network, device, asked_at: askedAt } = row
  return { id, accountId, handleHash, network, device, askedAt }
}

export async function deleteAsk(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('reset_asks').where('id', '=', id).execute()
}

/** Deletes requests for unknown names and for accounts deleted since. */
export async function deleteAsksOfNoAccount(db: Queryable): Promise<void> {
  await db
    .deleteFrom('reset_asks as ask')
    .where(eb =>
      eb.not(eb.exists(eb.selectFrom('accounts as a').select('a.id').whereRef('a.id', '=', 'ask.account_id'))),
    )
    .execute()
}

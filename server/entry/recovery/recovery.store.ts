import type { ExpressionBuilder, QueryCreator, Selectable } from 'kysely'
import type {
  AskedBy,
  Database,
  Queryable,
  ResetPairsTable,
  ResetPurpose,
  ResetRequestsTable,
  Tx,
  VoidReason,
} from '../../platform/database/tables.ts'
import type { PairHashes } from './reset-secrets.ts'

export type ResetRequest = {
  id: string
  accountId: string
  askedBy: AskedBy
  askedAt: Date
  purpose: ResetPurpose
  state: ResetRequestsTable['state']
}

export type ResetPair = PairHashes & {
  requestId: string
  accountId: string
  tries: number
  expiresAt: Date
  usedAt: Date | null
  voidedAt: Date | null
  voidReason: VoidReason | null
}

export type NewRequest = Omit<ResetRequest, 'state'> & {
  askedByAccountId: string | null
  network: string
  knownDeviceHash: Buffer | null
  byNewestLink: boolean
  deliverBy: Date
}

export function requestRow(db: QueryCreator<Database>, request: NewRequest) {
  return db.insertInto('reset_requests').values({
    id: request.id,
    account_id: request.accountId,
    asked_by: request.askedBy,
    asked_by_account_id: request.askedByAccountId,
    asked_at: request.askedAt,
    network: request.network,
    device_hash: request.knownDeviceHash,
    by_newest_link: request.byNewestLink,
    deliver_by: request.deliverBy,
    purpose: request.purpose,
    state: 'waiting',
  })
}

export async function findRequest(db: Queryable, id: string): Promise<ResetRequest | undefined> {
  const row = await db.selectFrom('reset_requests').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toRequest(row)
}

export type RecentRequest = {
  askedBy: AskedBy
  askedAt: Date
  sentAt: Date | null
  isWaiting: boolean
  /** True if the link and code of its email no longer work: used, voided or out of tries. */
  hasEnded: boolean
  network: string
  knownDeviceHash: Buffer | null
  byNewestLink: boolean
}

/** The recent requests of one account, oldest first. */
export async function listRecentRequests(
  db: Queryable,
  { accountId, askedAfter, mostTries }: { accountId: string; askedAfter: Date; mostTries: number },
): Promise<RecentRequest[]> {
  const rows = await db
    .selectFrom('reset_requests as r')
    .select(['asked_by', 'asked_at', 'sent_at', 'state', 'network', 'device_hash', 'by_newest_link'])
    .select(eb => hasEndedPair(eb, mostTries).as('has_ended'))
    .where('account_id', '=', accountId)
    .where('asked_at', '>', askedAfter)
    .orderBy('asked_at')
    .execute()
  return rows.map(row => ({
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    sentAt: row.sent_at,
    isWaiting: row.state === 'waiting',
    hasEnded: row.has_ended === true,
    network: row.network,
    knownDeviceHash: row.device_hash,
    byNewestLink: row.by_newest_link,
  }))
}

/** True if the pair in the sent email no longer works. An email to a closed account has no pair. */
function hasEndedPair(eb: ExpressionBuilder<Database & { r: ResetRequestsTable }, 'r'>, mostTries: number) {
  return eb.exists(
    eb
      .selectFrom('reset_pairs as p')
      .select('p.request_id')
      .whereRef('p.request_id', '=', 'r.id')
      .where('p.handed_over_at', 'is not', null)
      .where(pair =>
        pair.or([
          pair('p.used_at', 'is not', null),
          pair('p.voided_at', 'is not', null),
          pair('p.tries', '>=', mostTries),
        ]),
      ),
  )
}

export async function markRequestSent(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('reset_requests')
    .set({ state: 'sent', sent_at: at })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

/** True if the request was still waiting. */
export async function markRequestNotDelivered(tx: Tx, id: string, at: Date): Promise<boolean> {
  const row = await tx
    .updateTable('reset_requests')
    .set({ state: 'not-delivered', ended_at: at })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export type NewPair = PairHashes & { requestId: string; accountId: string; madeAt: Date; expiresAt: Date }

/** Inserts a pair and voids those of earlier attempts, whose delivery was never acknowledged: only the newest works. */
export async function insertPair(tx: Tx, pair: NewPair): Promise<void> {
  await tx
    .with('unaccepted', eb => voidUnaccepted(eb, pair.requestId, pair.madeAt))
    .insertInto('reset_pairs')
    .values({
      handle_hash: pair.handleHash,
      request_id: pair.requestId,
      account_id: pair.accountId,
      code_hash: pair.codeHash,
      code_salt: pair.codeSalt,
      code_key_id: pair.codeKeyId,
      made_at: pair.madeAt,
      expires_at: pair.expiresAt,
    })
    .execute()
}

/** The mail server has accepted the email: the pair's lifetime starts now. */
export async function startPairLife(tx: Tx, pair: { handleHash: Buffer; at: Date; expiresAt: Date }): Promise<void> {
  await tx
    .updateTable('reset_pairs')
    .set({ handed_over_at: pair.at, expires_at: pair.expiresAt })
    .where('handle_hash', '=', pair.handleHash)
    .execute()
}

export async function voidUnacceptedPairs(tx: Tx, requestId: string, at: Date): Promise<void> {
  await voidUnaccepted(tx, requestId, at).execute()
}

function voidUnaccepted(db: Pick<Tx, 'updateTable'>, requestId: string, at: Date) {
  return db
    .updateTable('reset_pairs')
    .set({ voided_at: at, void_reason: 'not-accepted' })
    .where('request_id', '=', requestId)
    .where('handed_over_at', 'is', null)
    .where('voided_at', 'is', null)
    .where('used_at', 'is', null)
}

/** A pair with its purpose, which the screen shows. */
export type FoundPair = ResetPair & { purpose: ResetPurpose }

export async function findPair(db: Queryable, handleHash: Buffer): Promise<FoundPair | undefined> {
  const row = await db
    .selectFrom('reset_pairs as p')
    .innerJoin('reset_requests as r', 'r.id', 'p.request_id')
    .selectAll('p')
    .select('r.purpose')
    .where('p.handle_hash', '=', handleHash)
    .executeTakeFirst()
  return row && { ...toPair(row), purpose: row.purpose }
}

/** True if no email with a newer link was sent for the account. */
export async function isNewestPair(db: Queryable, { handleHash, accountId }: ResetPair): Promise<boolean> {
  const row = await db
    .selectFrom('reset_pairs')
    .select('handle_hash')
    .where('account_id', '=', accountId)
    .where('handed_over_at', 'is not', null)
    .orderBy('handed_over_at', 'desc')
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.handle_hash.equals(handleHash) === true
}

type Attempt = { handleHash: Buffer; now: Date; mostTries: number }

/**
 * Counts a try and returns the pair to compare with, in one statement: concurrent requests must not share a guess (ASVS
 * 6.5.1, 6.6.3). Undefined if no try is left or the pair has ended.
 */
export async function countTry(db: Queryable, { handleHash, now, mostTries }: Attempt): Promise<ResetPair | undefined> {
  const row = await db
    .updateTable('reset_pairs')
    .set(eb => ({ tries: eb('tries', '+', 1) }))
    .where('handle_hash', '=', handleHash)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .where('expires_at', '>', now)
    .where('tries', '<', mostTries)
    .returningAll()
    .executeTakeFirst()
  return row && toPair(row)
}

/** Uses up the pair. True for exactly one of several concurrent calls; no other check decides. */
export async function usePair(tx: Tx, { handleHash, now }: Omit<Attempt, 'mostTries'>): Promise<boolean> {
  const row = await tx
    .updateTable('reset_pairs')
    .set({ used_at: now })
    .where('handle_hash', '=', handleHash)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('request_id')
    .executeTakeFirst()
  if (!row) return false
  await tx
    .updateTable('reset_requests')
    .set({ state: 'used', ended_at: now })
    .where('id', '=', row.request_id)
    .execute()
  return true
}

/** Ends every pair that still works and every request that still waits. */
export async function voidResetsOf(
  tx: Tx,
  { accountId, reason, at }: { accountId: string; reason: VoidReason; at: Date },
): Promise<void> {
  await tx
    .updateTable('reset_pairs')
    .set({ voided_at: at, void_reason: reason })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .execute()
  await tx
    .updateTable('reset_requests')
    .set({ state: 'voided', ended_at: at })
    .where('account_id', '=', accountId)
    .where('state', 'in', ['waiting', 'sent'])
    .execute()
}

/** Deletes ended requests; the audit log still shows that they existed. */
export async function deleteRequestsBefore(db: Queryable, before: Date): Promise<void> {
  await db.deleteFrom('reset_requests').where('asked_at', '<', before).where('state', '!=', 'waiting').execute()
}

function toRequest(row: Selectable<ResetRequestsTable>): ResetRequest {
  const { id, account_id: accountId, asked_by: askedBy, asked_at: askedAt, purpose, state } = row
  return { id, accountId, askedBy, askedAt, purpose, state }
}

function toPair(row: Selectable<ResetPairsTable>): ResetPair {
  return {
    handleHash: row.handle_hash,
    codeHash: row.code_hash,
    codeSalt: row.code_salt,
    codeKeyId: row.code_key_id,
    requestId: row.request_id,
    accountId: row.account_id,
    tries: row.tries,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    voidedAt: row.voided_at,
    voidReason: row.void_reason,
  }
}

import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/tables.ts'
import { holdToken } from './service-tokens.store.ts'

/** A system that signed in by its token. */
export type SystemAuthority = { actor: 'service'; tokenId: string; network: string }

export type WrittenBy = { authority: SystemAuthority; at: Date }

export type Ended = { kind: 'service-token-needed' }

/**
 * Runs one call in one transaction that holds its token: revoking the token waits for the call, so a call is done completely
 * or not at all.
 */
export async function inCall<Result>(
  { db, clock }: { db: Db; clock: Clock },
  { tokenId }: SystemAuthority,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result | Ended> {
  return db
    .transaction()
    .execute(async tx =>
      (await holdToken(tx, { id: tokenId, now: clock.now() })) ? work(tx) : { kind: 'service-token-needed' },
    )
}

type CallEvent = {
  action: 'products-written' | 'rows-written' | 'order-status-changed'
  details: Record<string, string | number>
}

export async function recordCall(
  tx: Tx,
  authority: SystemAuthority,
  { action, details, at }: CallEvent & { at: Date },
): Promise<void> {
  const by = recordedBy(authority)
  await recordEvent(tx, { at, action, ...by, details: { ...by.details, ...details } })
}

/** The system as the audit keeps it. */
export const recordedBy = ({ tokenId, network }: SystemAuthority) =>
  ({ actor: 'service', network, details: { service: tokenId } }) as const

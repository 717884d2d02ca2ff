import type { AddressChange } from './address-changes.store.ts'

/** Why no mail that leads to a password goes to an account's address. */
export type AddressHold = {
  change: AddressChange
  /** The last address that is known to be the person's. */
  provenAddress: string | null
} & (
  | { kind: 'waits'; until: Date }
  /** Time doesn't end it: someone at an earlier address says that a change was not theirs. */
  | { kind: 'objected' }
)

/** True if an account's address has to wait, by the newest change of it. */
export function readHold(change: AddressChange | undefined, now: Date): AddressHold | undefined {
  if (!change || change.settledAt !== null || change.waitsUntil === null) return undefined
  if (change.waitsUntil <= now) return undefined
  return { kind: 'waits', until: change.waitsUntil, change, provenAddress: change.provenAddress }
}

type Disputed = {
  /** The changes since the first open objection, the oldest first. */
  disputed: readonly AddressChange[]
  last: AddressChange | undefined
  /** Where password emails would go now. */
  address: string | null
}

/**
 * An objection belongs to the account: whoever puts the old address back and changes it again has not settled it. Only
 * the address that was the person's before is free meanwhile.
 */
export function readObjectedHold({ disputed, last, address }: Disputed): AddressHold | undefined {
  const objections = disputed.filter(({ objectedAt, settledAt }) => objectedAt !== null && settledAt === null)
  const [first] = objections
  if (!first || objections.every(({ provenAddress }) => provenAddress === address)) return undefined
  return { kind: 'objected', change: last ?? first, provenAddress: first.provenAddress }
}

/**
 * The address that is known to be the person's: the one that stands, or, while that one waits, the one before it. However
 * often it is changed meanwhile, no address that nobody answered for takes its place.
 */
export function findProvenAddress(standing: string | undefined, hold: AddressHold | undefined): string | undefined {
  return hold ? (hold.provenAddress ?? undefined) : standing
}

import type { AddressChange } from './address-changes.store.ts'

/** Why no password email goes to an account's address. */
export type AddressHold = {
  change: AddressChange
  /** The last address known to be the person's own. */
  provenAddress: string | null
} & (
  | { kind: 'waits'; until: Date }
  /** Doesn't expire: someone at a previous address says that a change was not theirs. */
  | { kind: 'objected' }
)

/** The hold on an account's address by its latest change; undefined if there is none. */
export function readHold(change: AddressChange | undefined, now: Date): AddressHold | undefined {
  if (!change || change.settledAt !== null || change.waitsUntil === null) return undefined
  if (change.waitsUntil <= now) return undefined
  return { kind: 'waits', until: change.waitsUntil, change, provenAddress: change.provenAddress }
}

type DisputedChanges = {
  /** The changes since the first open objection, oldest first. */
  disputed: readonly AddressChange[]
  last: AddressChange | undefined
  /** Where password emails would go now. */
  address: string | null
}

/**
 * An objection belongs to the account: restoring the old address and changing it again doesn't settle it. Meanwhile
 * only the person's previous address may receive email.
 */
export function readObjectedHold({ disputed, last, address }: DisputedChanges): AddressHold | undefined {
  const objections = disputed.filter(({ objectedAt, settledAt }) => objectedAt !== null && settledAt === null)
  const [first] = objections
  if (!first || objections.every(({ provenAddress }) => provenAddress === address)) return undefined
  return { kind: 'objected', change: last ?? first, provenAddress: first.provenAddress }
}

/**
 * The address known to be the person's own: the current one, or the previous one while the current one waits. Repeated
 * changes can't replace it with an address that no administrator has vouched for.
 */
export function findProvenAddress(current: string | undefined, hold: AddressHold | undefined): string | undefined {
  return hold ? (hold.provenAddress ?? undefined) : current
}

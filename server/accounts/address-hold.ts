import type { AddressChange } from './address-changes.store.ts'

/** Why no mail that leads to a password goes to an account's address. */
export type AddressHold =
  | { kind: 'waits'; until: Date; change: AddressChange }
  /** Time does not end it: somebody at the address from before says that the change was not theirs. */
  | { kind: 'objected'; change: AddressChange }

/** Whether an account's address has to wait, by the newest change of it. */
export function readHold(change: AddressChange | undefined, now: Date): AddressHold | undefined {
  if (!change || change.settledAt !== null) return undefined
  if (change.objectedAt !== null) return { kind: 'objected', change }
  if (change.waitsUntil === null || change.waitsUntil <= now) return undefined
  return { kind: 'waits', until: change.waitsUntil, change }
}

/**
 * The address that is known to be the person's: the one that stands, or, while that one waits, the one before it. However
 * often it is changed meanwhile, no address that nobody answered for takes its place.
 */
export function findProvenAddress(standing: string | undefined, hold: AddressHold | undefined): string | undefined {
  return hold ? (hold.change.provenAddress ?? undefined) : standing
}

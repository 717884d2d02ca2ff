/** States of an item that the server did not accept as an order immediately. */
export const heldStates = ['released', 'rejected', 'discarded', 'dismissed'] as const
export type HeldState = (typeof heldStates)[number]

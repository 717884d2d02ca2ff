/** What becomes of what a device brought and the server did not take as an order at once. */
export const heldStates = ['released', 'rejected', 'discarded', 'dismissed'] as const
export type HeldState = (typeof heldStates)[number]

/** Where every time in the product comes from; tests hand in one that they can move. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

/** The clock of the device, in milliseconds. It may be hours wrong: what the server sees is corrected by its own time. */
export type DeviceClock = { now(): number }

export const deviceClock: DeviceClock = { now: () => Date.now() }

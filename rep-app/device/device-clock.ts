/** The clock of the device, in milliseconds. It may be hours wrong: times sent to the server are corrected by the server's time. */
export type DeviceClock = { now(): number }

export const deviceClock: DeviceClock = { now: () => Date.now() }

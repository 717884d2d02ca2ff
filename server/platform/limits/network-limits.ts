import { limits } from './limits.ts'

/** Limits that are counted for networks: for the network itself (rung 0), and for the /56 and the /48 around it. */
export const networkLimits = [
  'resetRequestsPerNetwork',
  'signInFailuresPerNetwork',
  'optionQuestionsPerNetwork',
  'companySignInsPerNetwork',
] as const
export type NetworkLimit = (typeof networkLimits)[number]

export function pointsAround(name: NetworkLimit, rung: number): number {
  return limits[name].points * timesAround(rung)
}

export function timesAround(rung: number): number {
  return rung === 0 ? 1 : (limits.widerNetworks[rung - 1] ?? 1)
}

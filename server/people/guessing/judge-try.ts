import { limits } from '../../platform/limits/limits.ts'
import { pointsAround } from '../../platform/limits/network-limits.ts'
import type { Failures, GuessingState } from './guessing.query.ts'

export type TryVerdict =
  /** The try is allowed. A failure counts against the device, or against all unknown devices together. */
  { kind: 'may-try'; countsOn: 'device' | 'everybody' } | { kind: 'wait'; seconds: number }

const { signInFailures } = limits

/**
 * Decides if a password may be tried now. Guessing slows strangers down and finally locks them out, but never the
 * person: a known device has its own count, and networks that the account has used are slowed but not locked out (ASVS
 * 6.1.1).
 */
export function judgeTry(guessing: GuessingState, now: Date): TryVerdict {
  const { networks, device, isKnownDevice } = guessing
  const networkWait = Math.max(0, ...networks.map((network, rung) => waitOfNetwork({ network, rung }, now)))
  if (isKnownDevice && countOf(device, now) < signInFailures.knownDevice) return { kind: 'may-try', countsOn: 'device' }
  const seconds = Math.max(networkWait, waitOfEverybody(guessing, now))
  return seconds > 0 ? { kind: 'wait', seconds } : { kind: 'may-try', countsOn: 'everybody' }
}

/** Doubles with each failure, up to an hour (limits.ts). */
export function waitAfter(failures: number): number {
  const { slowFrom, firstWaitSeconds, longestWaitSeconds } = signInFailures
  if (failures < slowFrom) return 0
  return Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (failures - slowFrom))
}

function waitOfEverybody({ everybody, isKnownDevice, isKnownNetwork }: GuessingState, now: Date): number {
  const count = countOf(everybody, now)
  if (!everybody || count === 0) return 0
  const isStranger = !isKnownDevice && !isKnownNetwork
  const elapsed = secondsBetween(everybody.lastAt, now)
  if (isStranger && count >= signInFailures.strangersShutOutAt) {
    return Math.max(1, Math.ceil(signInFailures.windowSeconds - secondsBetween(everybody.firstAt, now)))
  }
  return Math.max(0, Math.ceil(waitAfter(count) - elapsed))
}

type Rung = { network: Failures | undefined; rung: number }

function waitOfNetwork({ network, rung }: Rung, now: Date): number {
  const { windowSeconds } = limits.signInFailuresPerNetwork
  const points = pointsAround('signInFailuresPerNetwork', rung)
  if (!network || network.count < points) return 0
  return Math.max(0, Math.ceil(windowSeconds - secondsBetween(network.firstAt, now)))
}

function countOf(failures: Failures | undefined, now: Date): number {
  if (!failures || secondsBetween(failures.firstAt, now) >= signInFailures.windowSeconds) return 0
  return failures.count
}

const secondsBetween = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 1000

import type { AskedBy } from '../../platform/database/tables.ts'
import { type CountedLimit, limits } from '../../platform/limits/limits.ts'
import type { Asker } from './asker.ts'
import type { RecentRequest } from './recovery.store.ts'

type Cap = { limit: CountedLimit; counts: (request: RecentRequest) => boolean }

/** True if an email for the same asker is about to be sent, or was just sent and its link still works. */
export function isOnItsWay(recent: readonly RecentRequest[], asker: Asker, at: Date): boolean {
  const sentAfter = at.getTime() - limits.resets.quietSeconds * 1000
  return recent.some(
    ({ isWaiting, hasEnded, askedBy, sentAt }) =>
      (isWaiting && askedBy === asker.askedBy) || (!hasEnded && sentAt !== null && sentAt.getTime() > sentAfter),
  )
}

/** How long the asker has to wait if a limit is reached. The recorded requests are the counters. */
export function findCapWait(recent: readonly RecentRequest[], asker: Asker, at: Date): number | undefined {
  const waits = capsOf(asker).map(cap => waitOf(cap, recent, at))
  const longest = Math.max(...waits)
  return longest > 0 ? longest : undefined
}

/** The time until the oldest request in a full window leaves it. */
function waitOf({ limit, counts }: Cap, recent: readonly RecentRequest[], at: Date): number {
  const since = at.getTime() - limit.windowSeconds * 1000
  const within = recent.filter(request => counts(request) && request.askedAt.getTime() > since)
  const leaves = within.at(-limit.points)
  return leaves ? Math.max(1, Math.ceil((leaves.askedAt.getTime() - since) / 1000)) : 0
}

const ownCaps: Record<Exclude<AskedBy, 'self'>, CountedLimit> = {
  'command-line': limits.commandLineResetMails,
  administrator: limits.administratorResetMails,
  rep: limits.repResetMails,
}

/** Strangers share limits, but can't use up those of a known device or of a reader of the newest email. */
function capsOf(asker: Asker): Cap[] {
  const { askedBy } = asker
  if (askedBy !== 'self') return [{ limit: ownCaps[askedBy], counts: request => request.askedBy === askedBy }]
  const { knownDeviceHash, byNewestLink, network } = asker
  if (knownDeviceHash) {
    const counts = (request: RecentRequest) => request.knownDeviceHash?.equals(knownDeviceHash) === true
    return [limits.knownDeviceResetMailsPerHour, limits.knownDeviceResetMailsPerDay].map(limit => ({ limit, counts }))
  }
  if (byNewestLink) {
    const counts = (request: RecentRequest) => request.byNewestLink
    return [limits.newestLinkResetMailsPerHour, limits.newestLinkResetMailsPerDay].map(limit => ({ limit, counts }))
  }
  const isStrangers = (request: RecentRequest) =>
    request.askedBy === 'self' && request.knownDeviceHash === null && !request.byNewestLink
  const isSameNetwork = (request: RecentRequest) => isStrangers(request) && request.network === network
  return [
    { limit: limits.networkResetMailsPerHour, counts: isSameNetwork },
    { limit: limits.networkResetMailsPerDay, counts: isSameNetwork },
    { limit: limits.strangersResetMailsPerDay, counts: isStrangers },
  ]
}

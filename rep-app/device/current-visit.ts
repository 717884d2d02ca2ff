import { type DeviceDb, keepValue, readValue } from './device-db.ts'

type Opened = { accountId: string; retailerId: string; at: number }
type Visit = { at: string; retailerId: string }

/** A rep is early by so much, and stays no longer than this. */
const EARLY_MS = 20 * 60_000
const VISIT_MS = 2 * 3_600_000

/**
 * The retailer whom the rep visits now: the one whose page was opened last, or else the one of the last planned visit that
 * may have begun. Undefined if both are long ago.
 */
export function retailerOfVisit(facts: {
  now: number
  opened: Pick<Opened, 'retailerId' | 'at'> | undefined
  visits: readonly Visit[]
}): string | undefined {
  const { now, opened, visits } = facts
  if (opened && now - opened.at < VISIT_MS) return opened.retailerId
  const begun = visits.filter(({ at }) => Date.parse(at) - EARLY_MS <= now && now - Date.parse(at) < VISIT_MS)
  return begun.sort((one, other) => Date.parse(one.at) - Date.parse(other.at)).at(-1)?.retailerId
}

const NAME = 'openedRetailer'

/** Remembers whose page the rep opened last, also when the system ends the app during the visit. */
export function createVisitMemory({
  db,
  accountId,
  now,
}: {
  db: DeviceDb
  accountId(): string | undefined
  now(): number
}) {
  return {
    begin: async (retailerId: string): Promise<void> => {
      const owner = accountId()
      if (owner !== undefined) await keepValue(db, NAME, { accountId: owner, retailerId, at: now() } satisfies Opened)
    },
    readOpened: async (): Promise<Opened | undefined> => {
      const opened = await readValue<Opened>(db, NAME)
      return opened?.accountId === accountId() ? opened : undefined
    },
  }
}

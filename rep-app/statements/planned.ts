import { always, choose, type Statement } from './statement.ts'

/** A visit in a list. */
export type PlannedFacts = { isWaiting: boolean }

export const plannedStatements: readonly Statement<PlannedFacts, string | undefined>[] = [
  {
    words: 'waits on this device',
    because: 'The visit was planned on this device, and no answer of the server was received.',
    when: ({ isWaiting }) => isWaiting,
    say: () => 'waits on this device',
  },
  { words: '(nothing)', because: 'The visit was downloaded from the server.', when: always, say: () => undefined },
]

export const plannedWords = (facts: PlannedFacts): string | undefined => choose(plannedStatements, facts)

/** What a retailer bought, by month. */
export type SalesFacts = { unsent: number; isDownloaded: boolean }

export const salesStatements: readonly Statement<SalesFacts, string | undefined>[] = [
  {
    words: 'Not downloaded yet. See Sync Status.',
    because: 'The sales were never downloaded to their end, so the sums may lack months.',
    when: ({ isDownloaded }) => !isDownloaded,
    say: () => 'Not downloaded yet. See Sync Status.',
  },
  {
    words: "2 orders on this device aren't counted yet.",
    because: 'Orders for this retailer are on the disk, and the sums are those of the server.',
    when: ({ unsent }) => unsent > 0,
    say: ({ unsent }) =>
      `${unsent === 1 ? '1 order on this device isn’t' : `${unsent} orders on this device aren’t`} counted yet.`,
  },
  {
    words: '(nothing)',
    because: 'The sums were downloaded, and this device has no unsent order for the retailer.',
    when: always,
    say: () => undefined,
  },
]

export const salesWords = (facts: SalesFacts): string | undefined => choose(salesStatements, facts)

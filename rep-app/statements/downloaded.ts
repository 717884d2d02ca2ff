import { always, choose, type Statement } from './statement.ts'

/** An empty list: the device has no such row. Whether none exists depends on the download. */
export type EmptyFacts = {
  /** Said if the download has ended. */
  none: string
  isDownloaded: boolean
}

export const emptyStatements: readonly Statement<EmptyFacts, string>[] = [
  {
    words: 'Not downloaded yet. See Sync Status.',
    because: 'The collection of this list was never downloaded to its end, so the device cannot know that it is empty.',
    when: ({ isDownloaded }) => !isDownloaded,
    say: () => 'Not downloaded yet. See Sync Status.',
  },
  {
    words: 'None planned …; Nothing found …; Nothing in the last 90 days.',
    because: 'The collection was downloaded to its end, and the device has no such row.',
    when: always,
    say: ({ none }) => none,
  },
]

export const emptyWords = (facts: EmptyFacts): string => choose(emptyStatements, facts)

/** The collections that are on this device completely, of all that the app has. */
export type DownloadedFacts = { complete: number; total: number }

export const downloadedStatements: readonly Statement<DownloadedFacts, string>[] = [
  {
    words: 'Everything is downloaded',
    because: 'Each collection was downloaded to its end, and the device has as many rows as the server counted.',
    when: ({ complete, total }) => total > 0 && complete === total,
    say: () => 'Everything is downloaded',
  },
  {
    words: 'Downloaded 4 of 13 lists',
    because: 'The device counts the collections of which the above is true.',
    when: always,
    say: ({ complete, total }) => `Downloaded ${complete} of ${total} lists`,
  },
]

export const downloadedWords = (facts: DownloadedFacts): string => choose(downloadedStatements, facts)

/** A collection on this device. */
export type CollectionFacts = { isComplete: boolean; changed: string | null }

export const collectionStatements: readonly Statement<CollectionFacts, string>[] = [
  {
    words: 'Not downloaded yet',
    because: 'The collection was never downloaded to its end, and no row has arrived.',
    when: ({ isComplete, changed }) => !isComplete && changed === null,
    say: () => 'Not downloaded yet',
  },
  {
    words: 'The server has none for you',
    because: 'The collection was downloaded to its end, and no row has ever arrived.',
    when: ({ changed }) => changed === null,
    say: () => 'The server has none for you',
  },
  {
    words: 'Last change 5 min ago',
    because: 'Rows of this collection arrived or went at this time.',
    when: always,
    say: ({ changed }) => `Last change ${changed}`,
  },
]

export const collectionWords = (facts: CollectionFacts): string => choose(collectionStatements, facts)

import { always, choose, type Statement } from './statement.ts'

/** An export of the rep's own items. `count` is the number in the file. */
export type ExportFacts = { isSignedOut: boolean; isSealed: boolean; count: number; file: string }

export const exportStatements: readonly Statement<ExportFacts, string>[] = [
  {
    words: 'Sign in first. Only the person who captured an order can export it.',
    because: 'The app does not know whose items to read.',
    when: ({ isSignedOut }) => isSignedOut,
    say: () => 'Sign in first. Only the person who captured an order can export it.',
  },
  {
    words: 'Your unsent orders are hidden until you sign in again. An administrator can release them.',
    because: 'The account was closed, or the device had no contact for the number of days in the settings.',
    when: ({ isSealed }) => isSealed,
    say: () => 'Your unsent orders are hidden until you sign in again. An administrator can release them.',
  },
  {
    words: 'Nothing to export: this device has no unsent orders, notes or drafts of yours.',
    because: 'The device holds no unsent item, no refused item and no draft of the rep.',
    when: ({ count }) => count === 0,
    say: () => 'Nothing to export: this device has no unsent orders, notes or drafts of yours.',
  },
  {
    words: 'unsent-orders.csv has 3 items. Find it among the downloads. They stay here too.',
    because: 'The file was given to the browser with this number of items. An export changes no row.',
    when: always,
    say: ({ count, file }) =>
      count === 1
        ? `${file} has 1 item. Find it among the downloads. It stays here too.`
        : `${file} has ${count} items. Find it among the downloads. They stay here too.`,
  },
]

export const exportWords = (facts: ExportFacts): string => choose(exportStatements, facts)

import { discardStatements, retryStatements } from './decided.ts'
import { collectionStatements, downloadedStatements, emptyStatements } from './downloaded.ts'
import { exportStatements } from './exported.ts'
import { keptStatements, leftStatements } from './kept.ts'
import { completeStatements, tryStatements } from './last-try.ts'
import { safeStatements, signOutStatements } from './leaving.ts'
import { creditStatements, orderStateStatements } from './order-state.ts'
import { picturesStatements } from './pictures.ts'
import { plannedStatements, salesStatements } from './planned.ts'
import { failedStatements, refusedStatements, savedStatements } from './saved.ts'
import type { Statement } from './statement.ts'
import { lineStatements } from './status-line.ts'
import { attentionStatements, deletedStatements, hiddenStatements, stayingNotices } from './stays.ts'
import { othersStatements, unsentStatements } from './unsent.ts'

type Row = Pick<Statement<never, unknown>, 'words' | 'because'>

/** Every place that states what is sent, saved, waiting or up to date. docs/app-statements.md is its table. */
export const allStatements: readonly { place: string; statements: readonly Row[] }[] = [
  { place: 'Status line, and the head of Sync Status', statements: lineStatements },
  { place: 'Home, Orders and Quotes, Waiting to upload', statements: unsentStatements },
  { place: 'Sync Status: items of users who are not signed in', statements: othersStatements },
  { place: 'Sync Status: the last try', statements: tryStatements },
  { place: 'Sync Status: the last complete sync', statements: completeStatements },
  { place: 'Sync Status: Sign out', statements: signOutStatements },
  { place: 'Sync Status: Reset password and Sign in again', statements: safeStatements },
  { place: 'Sync Status: Retry', statements: retryStatements },
  { place: 'Sync Status: Discard', statements: discardStatements },
  { place: 'Sync Status: Export unsent orders', statements: exportStatements },
  { place: 'Sync Status: all collections', statements: downloadedStatements },
  { place: 'Sync Status: a collection', statements: collectionStatements },
  { place: 'Sync Status: items that need attention', statements: attentionStatements },
  { place: 'Empty lists and searches', statements: emptyStatements },
  { place: 'An open form', statements: keptStatements },
  { place: 'After leaving a form', statements: leftStatements },
  { place: 'After deleting a draft or cancelling', statements: deletedStatements },
  { place: 'After a save', statements: savedStatements },
  { place: 'The form of a refused item', statements: refusedStatements },
  { place: 'A save that failed', statements: failedStatements },
  { place: 'An order, quote or return', statements: orderStateStatements },
  { place: 'The form of an order', statements: creditStatements },
  { place: 'A visit or a note in a list', statements: plannedStatements },
  { place: 'The sales of a retailer', statements: salesStatements },
  { place: 'Sync Status: product pictures', statements: picturesStatements },
  { place: 'Screens without their data', statements: hiddenStatements },
  { place: 'Notices', statements: Object.values(stayingNotices) },
]

export function describeStatements(): string {
  const parts = allStatements.map(({ place, statements }) => {
    const rows = statements.map(({ words, because }) => [words, because] as const)
    return `## ${place}\n\n${table([['Statement', 'True because'], ...rows])}`
  })
  return `${intro}\n\n${parts.join('\n\n')}\n`
}

function table(rows: readonly (readonly [string, string])[]): string {
  const widths = [0, 1].map(column => Math.max(...rows.map(row => row[column as 0 | 1].length)))
  const line = (cells: readonly string[], fill = ' ') =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`
  return [line(rows[0] ?? []), line(['', ''], '-'), ...rows.slice(1).map(row => line(row))].join('\n')
}

const intro = `# Statements of the rep's app

Each sentence of the app about what is sent, saved, waiting or up to date is decided in \`rep-app/statements/\`, from facts alone.
The first row of a table that the facts allow is said. \`node tools/print-statements.ts\` writes this page, and a test compares
it with the code. Another test tries the decisions with every combination of facts.`

import type { ImportDetails, ImportSummary } from '../../../shared/contract/import.ts'
import { type ImportKind, importLimits } from '../../../shared/contract/import-lists.ts'
import { dayMs } from '../../../shared/time.ts'
import type { Db } from '../../platform/database/tables.ts'
import { isHashColumn, isSecretColumn } from './guess-columns.ts'
import { findImport, type ImportRow } from './import.store.ts'
import { namesOfFields } from './import-command.ts'
import { countInvitations, listFileRows, listRowsWithLetters } from './import-rows.store.ts'
import { failureWords } from './import-words.ts'
import type { FileRow } from './parse-rows.ts'
import { isSealed } from './sealed-hash.ts'
import { toCommand } from './to-command.ts'

const sampled = 3

/** Reads one import: how the file was decoded, its column mapping, its progress and its findings. */
export function createReadImport({ db }: { db: Db }) {
  return async function readImport(asked: { kind: ImportKind; id: string }): Promise<ImportDetails | undefined> {
    const row = await findImport(db, asked.id)
    if (row?.kind !== asked.kind) return undefined
    const invitations = await countInvitations(db, row.id)
    const { existing, territories, userType, names, decimals, days } = toCommand(row).settings
    const isMapped = row.state === 'columns' || row.state === 'checked'
    return {
      ...toImportSummary(row),
      readAs: row.read_as,
      // While the rows are worked on, the page asks again and again and doesn't show them.
      letterSamples: isMapped ? pickLetters(await listRowsWithLetters(db, row.id)) : [],
      columns: toColumns(row, await listFileRows(db, row.id, sampled)),
      existing,
      territories,
      userType,
      names,
      decimals,
      days,
      summary: row.summary && { ...(row.summary as Omit<ImportSummary, 'invitations'>), invitations },
      failure: row.failure === null ? null : (failureWords[row.failure] ?? null),
    }
  }
}

export function toImportSummary(row: ImportRow) {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    fileName: row.file_name,
    rows: row.row_count,
    done: row.done_count,
    madeAt: row.created_at.toISOString(),
    by: row.username,
    keptUntil: new Date(row.changed_at.getTime() + importLimits.daysKept * dayMs).toISOString(),
  }
}

/** Sample names with non-ASCII letters, which show whether the encoding is right. */
function pickLetters(rows: readonly FileRow[]): string[] {
  const cells = rows.flatMap(({ cells }) => cells.filter(cell => /[^\t\r\n -~]/.test(cell)))
  return [...new Set(cells)].slice(0, 5).map(cell => cell.slice(0, 60))
}

const shownCell = (text: string) => (isSealed(text) ? 'a hidden hash' : text.slice(0, 60))

function toColumns({ kind, header, fields }: ImportRow, rows: readonly FileRow[]) {
  const names = namesOfFields(fields)
  return header.map((name, column) => ({
    name: name.trim() || `Column ${column + 1}`,
    samples: rows.map(({ cells }) => shownCell(cells[column] ?? '')).filter(Boolean),
    field: names[column] ?? null,
    isRefused: isSecretColumn(name) && !isHashColumn(kind, name),
  }))
}

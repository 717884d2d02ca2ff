import type { AuditFilter } from '../../../shared/contract/audit.ts'
import { mostExported } from '../../../shared/contract/audit-lists.ts'
import { byteOrderMark, toCsvLine } from '../../../shared/csv/csv.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { auditRows } from './audit-log.query.ts'
import type { FoundRow } from './list-audit.ts'

const heading = [
  'Time (UTC)',
  'Action',
  'Actor',
  'By',
  'By account',
  'To',
  'To account',
  'Network',
  'Device',
  'Details',
  'Id',
]
const pageSize = 2000

type Command = { filter: AuditFilter; authority: Authority }

/**
 * Exports the rows of a search as comma-separated values, newest first, a page at a time, so a large file needs little
 * memory. The export is recorded before the first line is sent.
 */
export function createExportAudit({ db, clock, most = mostExported }: { db: Db; clock: Clock; most?: number }) {
  return async function exportAudit({ filter, authority }: Command): Promise<AsyncIterable<string>> {
    await recordEvent(db, { at: clock.now(), action: 'audit-exported', ...authority, details: detailsOf(filter) })
    return lines(filter)
  }

  async function* lines(filter: AuditFilter): AsyncIterable<string> {
    yield byteOrderMark + toCsvLine(heading)
    let before: string | undefined
    for (let written = 0; written < most; ) {
      const size = Math.min(pageSize, most - written)
      const found = await auditRows(db, { ...filter, before, size }).execute()
      const rows = found.slice(0, size)
      if (rows.length > 0) yield rows.map(row => toCsvLine(cellsOf(row))).join('')
      if (found.length <= size) return
      written += rows.length
      before = rows.at(-1)?.id
    }
    yield toCsvLine([`There are more: these are the newest ${most}. Ask for a shorter time to get the rest.`])
  }
}

/** The search, without personal names. */
function detailsOf({ person, ...filter }: AuditFilter): Record<string, string> {
  const asked = { ...filter, ...(person && { account: person }) }
  return Object.fromEntries(Object.entries(asked).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])))
}

const cellsOf = (row: FoundRow): string[] => [
  row.at.toISOString(),
  row.action,
  row.actor,
  row.by_name ?? '',
  row.by_id ?? '',
  row.to_name ?? '',
  row.to_id ?? '',
  row.network ?? '',
  row.device ?? '',
  Object.entries(row.details)
    .map(([name, fact]) => `${name}: ${fact}`)
    .join('; '),
  row.id,
]

import type { ImportColumns } from '../../../shared/contract/import.ts'
import {
  type ImportField,
  type ImportKind,
  importFields,
  listMissingFields,
} from '../../../shared/contract/import-lists.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { isHashColumn, isSecretColumn } from './guess-columns.ts'
import { lockImport, updateImport } from './import.store.ts'
import { type Importer, usualSettings } from './import-command.ts'

export type CheckOrdered =
  | { kind: 'checking' }
  | { kind: 'no-such-import' }
  | { kind: 'import-busy' }
  | { kind: 'import-done' }
  | { kind: 'other-columns' }
  | { kind: 'column-missing' }
  | { kind: 'column-twice' }
  | { kind: 'column-of-passwords' }

type Command = { kind: ImportKind; id: string; columns: ImportColumns; authority: Importer }

/** Saves the column mapping and queues a check of every row. It changes nothing but the import itself. */
export function createCheckImport({ db, clock }: { db: Db; clock: Clock }) {
  return async function checkImport({ kind, id, columns, authority }: Command): Promise<CheckOrdered> {
    return db.transaction().execute(async tx => {
      const found = await lockImport(tx, id)
      if (found?.kind !== kind) return { kind: 'no-such-import' as const }
      if (found.state === 'checking' || found.state === 'running') return { kind: 'import-busy' as const }
      if (found.state === 'done' || found.state === 'failed') return { kind: 'import-done' as const }
      const { fields, ...chosen } = columns
      const why = whyNot(kind, { header: found.header, fields })
      if (why) return { kind: why }
      const settings = { ...usualSettings, ...chosen }
      await updateImport(tx, id, { state: 'checking', fields, settings, summary: null, authority, at: clock.now() })
      return { kind: 'checking' as const }
    })
  }
}

type Columns = { header: readonly string[]; fields: readonly (ImportField | null)[] }

function whyNot(kind: ImportKind, { header, fields }: Columns) {
  const named = fields.filter(field => field !== null)
  const possible: readonly ImportField[] = importFields[kind]
  if (fields.length !== header.length || named.some(field => !possible.includes(field))) return 'other-columns'
  if (header.some((name, column) => !mayHold(kind, { name, field: fields[column] ?? null })))
    return 'column-of-passwords'
  if (new Set(named).size < named.length) return 'column-twice'
  return listMissingFields(kind, named).length === 0 ? undefined : 'column-missing'
}

/** Hashes are encrypted at the upload, by the name of their column: no other column can hold them, and it nothing else. */
function mayHold(kind: ImportKind, { name, field }: { name: string; field: ImportField | null }): boolean {
  if (isHashColumn(kind, name)) return field === null || field === 'password-hash'
  return field === null || (field !== 'password-hash' && !isSecretColumn(name))
}

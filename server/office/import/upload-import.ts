import {
  fileLimits,
  type ImportKind,
  importLimits,
  type SingleByteEncoding,
} from '../../../shared/contract/import-lists.ts'
import { hourMs } from '../../../shared/time.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { type DecodedFile, decodeFile } from './decode-file.ts'
import { findHeaderRow, guessColumns, isHashColumn, isSecretColumn } from './guess-columns.ts'
import { countImports, deleteImport, deleteUnreadBefore, insertImport, updateImport } from './import.store.ts'
import { type Importer, settingsOf } from './import-command.ts'
import { insertRows } from './import-rows.store.ts'
import { type FileHead, type FileRow, type ParsedFile, parseRows } from './parse-rows.ts'
import { sealHash } from './sealed-hash.ts'

export type UploadResult =
  | { kind: 'uploaded'; id: string }
  | { kind: 'too-big' }
  /** This server is already reading as many files as fit in memory. */
  | { kind: 'busy' }
  | { kind: 'too-many-files' }
  | Exclude<DecodedFile, { kind: 'decoded' }>
  | Exclude<ParsedFile, { kind: 'parsed' }>

type Decoded = Extract<DecodedFile, { kind: 'decoded' }>

type Command = {
  kind: ImportKind
  fileName: string
  file: AsyncIterable<Buffer>
  authority: Importer
  /** The importer's own choice, which wins over the guess. */
  encoding?: SingleByteEncoding | undefined
  headerRow?: number | undefined
}

/** Each is in memory once while it is read. */
const filesAtOnce = 2
const longestReadMs = hourMs
const separatorWords: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }

/**
 * Reads an uploaded file completely or refuses it, and stores its rows. Columns of passwords are dropped before anything
 * is stored, and password hashes are encrypted.
 */
export function createUploadImport({ db, clock, secrets }: { db: Db; clock: Clock; secrets: Secrets }) {
  let reading = 0

  async function read(command: Command): Promise<UploadResult> {
    const { kind, file, encoding } = command
    const bytes = await collect(file, fileLimits(kind).bytes)
    if (!bytes) return { kind: 'too-big' }
    // A server that was stopped while it read a file has left the rows that it had stored.
    await deleteUnreadBefore(db, new Date(clock.now().getTime() - longestReadMs))
    if ((await countImports(db)) >= importLimits.files) return { kind: 'too-many-files' }
    const decoded = decodeFile(bytes, encoding)
    return decoded.kind === 'decoded' ? store(command, decoded) : decoded
  }

  /** Some rows at a time, because a transaction over all of them would hold up what apps download. */
  async function store(command: Command, { encoding, pieces }: Decoded): Promise<UploadResult> {
    const { kind, headerRow } = command
    let id: string | undefined
    let columns: ColumnKind[] = []
    const isRead = await parseRows(pieces(), {
      mostRows: fileLimits(kind).rows,
      findHeader: first =>
        headerRow === undefined ? findHeaderRow(kind, first) : first.find(({ place }) => place >= headerRow),
      onHead: async head => {
        columns = head.header.map(name => columnKindOf(kind, name))
        id = await insertImport(db, { ...newImport(command, head, encoding), at: clock.now() })
      },
      onRows: rows => insertRows(db, id ?? '', withoutSecrets(rows, { columns, secrets, importId: id ?? '' })),
    }).catch(async fault => {
      if (id !== undefined) await deleteImport(db, id)
      throw fault
    })
    if (isRead.kind !== 'parsed' || id === undefined) {
      if (id !== undefined) await deleteImport(db, id)
      return isRead.kind === 'parsed' ? { kind: 'empty' } : isRead
    }
    await finish({ id, rows: isRead.rows, command })
    return { kind: 'uploaded', id }
  }

  async function finish({ id, rows, command }: { id: string; rows: number; command: Command }): Promise<void> {
    const { kind, authority } = command
    const at = clock.now()
    await db.transaction().execute(async tx => {
      await updateImport(tx, id, { state: 'columns', rowCount: rows, at })
      const details = { import: id, kind, rows }
      await recordEvent(tx, { at, action: 'import-uploaded', ...authority, details })
    })
  }

  return async function uploadImport(command: Command): Promise<UploadResult> {
    if (reading >= filesAtOnce) {
      for await (const _ of command.file);
      return { kind: 'busy' }
    }
    reading += 1
    try {
      return await read(command)
    } finally {
      reading -= 1
    }
  }
}

function newImport(
  { kind, fileName, authority }: Command,
  { header, headerRow, separator }: FileHead,
  encoding: string,
) {
  const separated = separatorWords[separator] ?? separator
  const readAs = `${encoding}, separated by ${separated}, columns named in row ${headerRow}`
  return { kind, fileName, authority, header, readAs, fields: guessColumns(kind, header), settings: settingsOf(kind) }
}

/** Undefined if the file is too big. Reads it to the end anyway: a browser reads the answer only after sending everything. */
async function collect(file: AsyncIterable<Buffer>, most: number): Promise<Buffer | undefined> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of file) {
    length += piece.length
    if (length <= most) pieces.push(piece)
    else pieces.length = 0
  }
  return length <= most ? Buffer.concat(pieces) : undefined
}

type ColumnKind = 'plain' | 'secret' | 'hash'
type Sealing = { columns: readonly ColumnKind[]; secrets: Secrets; importId: string }

function columnKindOf(kind: ImportKind, name: string): ColumnKind {
  if (isHashColumn(kind, name)) return 'hash'
  return isSecretColumn(name) ? 'secret' : 'plain'
}

function withoutSecrets(rows: FileRow[], { columns, secrets, importId }: Sealing): FileRow[] {
  if (columns.every(kind => kind === 'plain')) return rows
  const clean = (text: string, kind: ColumnKind | undefined) => {
    if (kind === 'secret') return ''
    return kind === 'hash' ? sealHash({ secrets, importId, text }) : text
  }
  return rows.map(({ place, cells }) => ({ place, cells: cells.map((cell, column) => clean(cell, columns[column])) }))
}

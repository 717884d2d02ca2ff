import { type ImportKind, importLimits, type SingleByteEncoding } from '../../../shared/contract/import-lists.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { type DecodedFile, decodeFile } from './decode-file.ts'
import { findHeaderRow, guessColumns, isSecretColumn } from './guess-columns.ts'
import { countImports, insertImport } from './import.store.ts'
import { type Importer, usualSettings } from './import-command.ts'
import { type FileRow, type ParsedFile, parseRows } from './parse-rows.ts'

export type UploadResult =
  | { kind: 'uploaded'; id: string }
  | { kind: 'too-big' }
  /** This server is already reading as many files as fit in memory. */
  | { kind: 'busy' }
  | { kind: 'too-many-files' }
  | Exclude<DecodedFile, { kind: 'decoded' }>
  | Exclude<ParsedFile, { kind: 'parsed' }>

type Command = {
  kind: ImportKind
  fileName: string
  file: AsyncIterable<Buffer>
  authority: Importer
  /** The importer's own choice, which wins over the guess. */
  encoding?: SingleByteEncoding | undefined
  headerRow?: number | undefined
}

const filesAtOnce = 4
const separatorWords: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }

/**
 * Reads an uploaded file completely or refuses it, and stores its rows. Columns of passwords are dropped before anything
 * is stored: people choose their own passwords.
 */
export function createUploadImport({ db, clock }: { db: Db; clock: Clock }) {
  let reading = 0

  async function read({
    kind,
    fileName,
    file,
    authority,
    encoding,
    headerRow: chosen,
  }: Command): Promise<UploadResult> {
    const bytes = await collect(file)
    if (!bytes) return { kind: 'too-big' }
    if ((await countImports(db)) >= importLimits.files) return { kind: 'too-many-files' }
    const decoded = decodeFile(bytes, encoding)
    if (decoded.kind !== 'decoded') return decoded
    const parsed = await parseRows(decoded.text, first =>
      chosen === undefined ? findHeaderRow(kind, first) : first.find(({ place }) => place >= chosen),
    )
    if (parsed.kind !== 'parsed') return parsed
    const { header, headerRow, separator } = parsed
    const at = clock.now()
    const readAs = `${decoded.encoding}, separated by ${separatorWords[separator] ?? separator}, columns named in row ${headerRow}`
    const fields = guessColumns(kind, header)
    const rows = withoutSecrets(parsed.rows, header)
    return db.transaction().execute(async tx => {
      const file = { kind, fileName, readAs, header, fields, settings: usualSettings, rows, authority, at }
      const id = await insertImport(tx, file)
      const details = { import: id, kind, rows: rows.length }
      await recordEvent(tx, { at, action: 'import-uploaded', ...authority, details })
      return { kind: 'uploaded' as const, id }
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

/** Undefined if the file is too big. Reads it to the end anyway: a browser reads the answer only after sending everything. */
async function collect(file: AsyncIterable<Buffer>): Promise<Buffer | undefined> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of file) {
    length += piece.length
    if (length <= importLimits.bytes) pieces.push(piece)
    else pieces.length = 0
  }
  return length <= importLimits.bytes ? Buffer.concat(pieces) : undefined
}

function withoutSecrets(rows: readonly FileRow[], header: readonly string[]): FileRow[] {
  const secret = header.map(isSecretColumn)
  if (!secret.includes(true)) return [...rows]
  return rows.map(({ place, cells }) => ({
    place,
    cells: cells.map((cell, column) => (secret[column] === true ? '' : cell)),
  }))
}

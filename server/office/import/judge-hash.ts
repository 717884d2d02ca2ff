import { type HashKind, readImportedHash } from '../../platform/passwords/imported/imported-hash.ts'
import { importedPrefix } from '../../platform/passwords/imported/verify-imported.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import type { ReadRow } from './read-row.ts'
import { openHash } from './sealed-hash.ts'

/** The password of a planned person: what is stored, and its kind for the preview. */
export type PlannedPassword = { passwordHash: string | null; hashKind: HashKind | undefined }

type Judging = { secrets: Secrets; importId: string; isNew: boolean }

const none: PlannedPassword = { passwordHash: null, hashKind: undefined }

/** Reads the hash of a new person. No finding repeats the cell, which may be a plain password. */
export function judgeHash(row: ReadRow, { secrets, importId, isNew }: Judging): PlannedPassword {
  const text = row.cell('password-hash')
  if (text === '') return none
  if (!isNew) {
    row.findings.push({ kind: 'password-stays' })
    return none
  }
  const hash = openHash({ secrets, importId, text })
  const read = hash === undefined ? ({ kind: 'unknown' } as const) : readImportedHash(hash)
  if (read.kind === 'read') return { passwordHash: `${importedPrefix}${hash}`, hashKind: read.of }
  row.findings.push({ kind: `hash-${read.kind}` })
  return none
}

/** How many hashes of each kind the accepted rows have. */
export function countHashes(rows: readonly { verdict: string; hashKind?: HashKind | undefined }[]) {
  const kinds = rows.flatMap(({ verdict, hashKind }) => (verdict === 'add' && hashKind) || [])
  return [...new Set(kinds)].toSorted().map(kind => ({ kind, count: kinds.filter(one => one === kind).length }))
}

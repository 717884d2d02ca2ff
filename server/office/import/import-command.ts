import {
  type DayChoice,
  type DecimalChoice,
  fieldNames,
  type ImportField,
  type ImportKind,
  isBatchKind,
  type NameChoice,
} from '../../../shared/contract/import-lists.ts'
import type { UserType } from '../../../shared/contract/user-lists.ts'
import type { Authority } from '../../people/roles/authority.ts'
import type { AuditEvent } from '../../platform/audit/audit.store.ts'
import type { Queryable, Tx } from '../../platform/database/tables.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import type { FileRow } from './parse-rows.ts'

export type ImportSettings = {
  existing: 'leave' | 'update'
  territories: 'refuse' | 'create'
  userType: UserType
  names: NameChoice
  decimals: DecimalChoice
  days: DayChoice
  scope: 'all' | 'good'
  invitations: 'later' | 'now'
  /** Set by the run of a batch import: if the check refuses no row, the rows are imported. */
  isRun?: boolean
}

export const usualSettings: ImportSettings = {
  existing: 'leave',
  territories: 'refuse',
  userType: 'device',
  names: 'surname-last',
  decimals: 'clear',
  days: 'clear',
  scope: 'all',
  invitations: 'later',
}

/** A catalogue is imported again and again, so rows that exist are updated unless the importer says otherwise. */
export const settingsOf = (kind: ImportKind): ImportSettings =>
  isBatchKind(kind) ? { ...usualSettings, existing: 'update' } : usualSettings

/** The administrator in whose name the import changes data. */
export type Importer = Extract<Authority, { actor: 'administrator' }>

export type ImportCommand = {
  id: string
  kind: ImportKind
  fields: readonly (ImportField | null)[]
  settings: ImportSettings
  authority: Importer
}

export type PlanNeeds = {
  db: Queryable
  command: ImportCommand
  rows: readonly FileRow[]
  secrets: Secrets
  /** Whether a new territory may be made. */
  mayMakeTerritories: boolean
  /** True in the run: lock the rows that the plan reads until the transaction ends. */
  holds: boolean
}

const atOnce = 1000

/** Splits rows into chunks that fit into one statement. */
export function* inChunks<Row>(rows: readonly Row[], size = atOnce): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size)
}

/** Reads the stored columns, in which '' means a column that is not imported. */
export const namesOfFields = (fields: readonly string[]): (ImportField | null)[] =>
  fields.map(field => (field in fieldNames ? (field as ImportField) : null))

/** What applying a plan needs: the transaction, the audit and the progress report. */
export type ApplyContext = {
  tx: Tx
  command: ImportCommand
  at: Date
  record: (event: Pick<AuditEvent, 'action' | 'accountId' | 'details'>) => void
  report: (rows: number) => Promise<void>
}

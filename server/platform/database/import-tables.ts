import type { Generated } from 'kysely'

/** Tables of imported files, and of their rows while these are kept. */
export type ImportsTable = {
  id: Generated<string>
  kind:
    | 'users'
    | 'retailers'
    | 'contacts'
    | 'products'
    | 'categories'
    | 'price-lists'
    | 'prices'
    | 'targets'
    | 'visits'
    | 'orders'
  state: 'reading' | 'columns' | 'checking' | 'checked' | 'running' | 'done' | 'failed'
  file_name: string
  read_as: string
  header: string[]
  fields: string[]
  settings: Record<string, unknown>
  row_count: number
  done_count: Generated<number>
  done_place: Generated<number>
  attempts: Generated<number>
  summary: Record<string, unknown> | null
  failure: string | null
  ordered_by: string
  network: string
  device: string
  created_at: Date
  changed_at: Date
}

export type ImportRowsTable = {
  import_id: string
  place: number
  cells: string[]
  key: string | null
  verdict: 'add' | 'update' | 'leave' | 'refuse' | null
  /** A list, each with its kind. */
  findings: Generated<Record<string, unknown>>
  account_id: string | null
  invitation: 'possible' | 'waiting' | 'asked' | null
}

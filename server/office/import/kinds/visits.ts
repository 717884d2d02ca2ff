import { nameKey } from '../../../platform/names/name-key.ts'
import { upsertVisits } from '../../../trade/visits/upsert-visits.ts'
import { listVisitRows } from '../../../trade/visits/visit-rows.query.ts'
import { fromMoment, toMoment } from '../cells/local-moment.ts'
import type { CellContext, ExportedImport, RowValues } from './batch-import.ts'
import { accountNumberColumn, dayAndTimeColumn, repColumn, textColumn, timeColumn } from './columns.ts'

export const visitsImport: ExportedImport = {
  columns: {
    reference: textColumn({ to: 'reference', also: ['visit', 'visit number', 'id', 'external id'], example: '' }),
    username: repColumn,
    'account-number': accountNumberColumn,
    date: dayAndTimeColumn({ to: 'day', also: ['day', 'when', 'start', 'start date', 'datum'], example: '2026-05-04' }),
    time: timeColumn({ to: 'time', also: ['start time', 'hour', 'uhrzeit', 'heure'], example: '09:30' }),
    note: textColumn({ to: 'note', also: ['notes', 'remark', 'comment', 'notiz'], example: '' }),
  },
  key: ({ reference, username, accountNumber, at }) =>
    reference === undefined ? [nameKey(String(username ?? '')), accountNumber ?? null, at ?? null] : [reference],
  assemble,
  disassemble: (values, { timeZone }) => ({ ...values, ...fromMoment(timeZone, String(values.at)) }),
  write: async (tx, rows, { upsert }) => (await upsertVisits(tx, rows, upsert)).results,
  list: listVisitRows,
}

/** A date may bring its time along. A visit that its reference finds may state neither. */
function assemble({ day: written, time: own, ...values }: RowValues, { timeZone }: CellContext) {
  if (written === undefined && own === undefined) return { values }
  const [day, within] = String(written ?? '').split('T')
  const time = own === undefined ? within : String(own)
  if (!day) return { kind: 'missing', text: 'Date' } as const
  if (time === undefined) return { kind: 'missing', text: 'Time' } as const
  const at = toMoment(timeZone, { day, time })
  return at === undefined ? ({ kind: 'not-a-time', text: time, field: 'time' } as const) : { values: { ...values, at } }
}

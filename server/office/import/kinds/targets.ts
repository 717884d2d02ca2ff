import { nameKey } from '../../../platform/names/name-key.ts'
import { listTargetRows } from '../../../trade/targets/target-rows.query.ts'
import { upsertTargets } from '../../../trade/targets/upsert-targets.ts'
import type { ExportedImport } from './batch-import.ts'
import { amountColumn, monthColumn, repColumn } from './columns.ts'

const mostCents = 1_000_000_000_000

export const targetsImport: ExportedImport = {
  columns: {
    username: repColumn,
    month: monthColumn({ to: 'month', also: ['period', 'monat', 'mois'], example: '2026-05' }),
    target: amountColumn({
      to: 'amountCents',
      also: ['amount', 'goal', 'quota', 'target amount', 'ziel', 'objectif'],
      example: '25000.00',
      mostCents,
    }),
    sold: amountColumn({
      to: 'soldCents',
      also: ['sales', 'actual', 'turnover', 'umsatz'],
      example: '',
      mostCents,
      // Orders that arrive between an export and its import would be lost from the count.
      isImportedOnly: true,
    }),
  },
  key: ({ username, month }) => [typeof username === 'string' ? nameKey(username) : null, month ?? null],
  write: async (tx, rows, { upsert }) => (await upsertTargets(tx, rows, upsert)).results,
  list: listTargetRows,
}

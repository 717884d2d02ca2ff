import type { AuditAccount, AuditPage, AuditQuery, AuditRow } from '../../../shared/contract/audit.ts'
import { cutPage } from '../../platform/database/pages.ts'
import type { Db } from '../../platform/database/tables.ts'
import { auditRows } from './audit-log.query.ts'

/** Lists one page of the audit, with the current names of accounts. */
export function createListAudit({ db }: { db: Db }) {
  return async function listAudit(query: AuditQuery): Promise<AuditPage> {
    const { rows, hasMore } = cutPage(await auditRows(db, query).execute(), query.size)
    return { rows: rows.map(toRow), hasMore }
  }
}

export type FoundRow = Awaited<ReturnType<ReturnType<typeof auditRows>['execute']>>[number]

function toRow(row: FoundRow): AuditRow {
  return {
    id: row.id,
    at: row.at.toISOString(),
    action: row.action,
    actor: row.actor,
    by: toAccount({ id: row.by_id, name: row.by_name, kind: row.by_kind, retailerId: row.by_retailer }),
    to: toAccount({ id: row.to_id, name: row.to_name, kind: row.to_kind, retailerId: row.to_retailer }),
    network: row.network,
    device: row.device,
    details: row.details as AuditRow['details'],
  }
}

const toAccount = ({ id, ...account }: Omit<AuditAccount, 'id'> & { id: string | null }) =>
  id === null ? null : { id, ...account }

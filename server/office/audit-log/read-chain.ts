import type { AuditChain } from '../../../shared/contract/audit.ts'
import type { ReadCheck } from '../../platform/audit/check-audit.job.ts'
import { countUnsealed, findHead } from '../../platform/audit/seals.store.ts'
import type { Db } from '../../platform/database/tables.ts'

/** Reads how far the audit is sealed, and how the last complete check ended. */
export function createReadChain({ db, readCheck }: { db: Db; readCheck: ReadCheck }) {
  return async function readChain(): Promise<AuditChain> {
    const [head, waiting, check] = await Promise.all([findHead(db), countUnsealed(db), readCheck()])
    return { sealed: head?.place ?? 0, waiting, check: check ? { ...check, at: check.at.toISOString() } : null }
  }
}

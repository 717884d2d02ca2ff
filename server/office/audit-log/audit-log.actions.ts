import { createReadCheck } from '../../platform/audit/check-audit.job.ts'
import type { Ground } from '../../platform/ground.ts'
import { createExportAudit } from './export-audit.ts'
import { createFindPeople } from './find-people.ts'
import { createListAudit } from './list-audit.ts'
import { createReadChain } from './read-chain.ts'

export function createAuditLogActions(ground: Ground) {
  return {
    exportAudit: createExportAudit(ground),
    findPeople: createFindPeople(ground),
    listAudit: createListAudit(ground),
    readChain: createReadChain({ ...ground, readCheck: createReadCheck(ground) }),
  }
}

export type AuditLogActions = ReturnType<typeof createAuditLogActions>

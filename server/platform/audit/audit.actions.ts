import type { Ground } from '../ground.ts'
import { createAcknowledgeFindings } from './acknowledge-findings.ts'
import { createCheckAudit } from './check-audit.job.ts'
import { createVerifyAudit } from './verify-audit.ts'

export function createAuditActions(ground: Ground) {
  const verifyAudit = createVerifyAudit(ground)
  const checkAudit = createCheckAudit({ ...ground, verifyAudit })
  return {
    acknowledgeFindings: createAcknowledgeFindings({ ...ground, verifyAudit, checkAudit }),
    checkAudit,
    verifyAudit,
  }
}

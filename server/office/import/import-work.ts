import type { DecideReset } from '../../entry/recovery/request-reset.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import type { NeedsOfOrderMail } from '../../trade/orders/queue-order-mail.ts'
import { createInviteImported } from './invite-imported.job.ts'
import { createWorkImport } from './work-import.job.ts'

type Needs = NeedsOfOrderMail & { db: Db; secrets: Secrets; jobs: Jobs; decideReset: DecideReset }

/** Polls every second for queued imports and pending invitations. The rows in the database are the queue. */
export function startImportWork(needs: Needs): void {
  needs.jobs.schedule('work on imports', { seconds: 1 }, createWorkImport(needs))
  needs.jobs.schedule('invite who was imported', { seconds: 1 }, createInviteImported(needs))
}

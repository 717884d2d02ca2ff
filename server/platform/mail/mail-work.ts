import { z } from 'zod'
import type { Jobs } from '../jobs/jobs.ts'
import { mailQueue } from '../jobs/queue-names.ts'
import { createDeliverMail, type DeliveryNeeds } from './deliver-mail.job.ts'
import { createSweepMail } from './sweep-mail.job.ts'

const jobData = z.object({ messageId: z.uuid() })

export type MailWorkNeeds = DeliveryNeeds & { jobs: Jobs; pollSeconds?: number; sweepSeconds?: number }

/** Starts delivering mail in this process. */
export async function startMailWork(needs: MailWorkNeeds): Promise<void> {
  const { db, jobs, clock, pollSeconds, sweepSeconds = 2 } = needs
  const deliver = createDeliverMail(needs)
  // Each delivery holds a connection of the pool and needs a second one for the kind that composes.
  const options = { concurrency: 2, ...(pollSeconds !== undefined && { pollSeconds }) }
  await jobs.work(mailQueue, data => deliver(jobData.parse(data).messageId), options)
  jobs.schedule('sweep the waiting mail', { seconds: sweepSeconds }, createSweepMail({ db, jobs, clock, deliver }))
}

import type { Ground } from '../../platform/ground.ts'
import { createRequestOutside } from '../../platform/outgoing/request-outside.ts'
import { createDeliverEvents } from './deliver-events.job.ts'

/** Polls every second for events that are due. The rows in the database are the queue. */
export function startWebhookWork(ground: Ground): void {
  const requestOutside = createRequestOutside({ allowedHosts: ground.config.webhookAllowedHosts })
  const deliverEvents = createDeliverEvents({ ...ground, requestOutside })
  ground.jobs.schedule('deliver events to webhooks', { seconds: 1 }, async stopping => {
    // A full batch means that more may be due.
    while ((await deliverEvents()) > 0 && !stopping.aborted);
  })
}

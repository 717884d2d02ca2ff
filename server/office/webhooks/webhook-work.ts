import { setTimeout as wait } from 'node:timers/promises'
import type { Ground } from '../../platform/ground.ts'
import { createRequestOutside } from '../../platform/outgoing/request-outside.ts'
import { createDeliverEvents } from './deliver-events.job.ts'

const pollMs = 1000

/** Polls every second for events that are due, also while receivers hang. The rows in the database are the queue. */
export function startWebhookWork(ground: Ground): void {
  const requestOutside = createRequestOutside({ allowedHosts: ground.config.webhookAllowedHosts })
  const deliverEvents = createDeliverEvents({ ...ground, requestOutside })
  ground.jobs.schedule('deliver events to webhooks', { seconds: 1 }, async stopping => {
    const lanes: Promise<number>[] = []
    try {
      while (!stopping.aborted) {
        for (const lane of await deliverEvents(stopping)) {
          lanes.push(lane)
          void lane.then(() => lanes.splice(lanes.indexOf(lane), 1))
        }
        // A process that stops doesn't wait for the next look.
        await wait(pollMs, undefined, { signal: stopping }).catch(() => undefined)
      }
    } finally {
      // What a receiver is about to answer is recorded before the process ends.
      await Promise.all(lanes)
    }
  })
}

import { createHmac } from 'node:crypto'

type Signing = { id: string; at: Date; body: string }

/** The headers of Standard Webhooks: the id stays the same when an event is sent again, the time and signature don't. */
export function signEvent(secret: Buffer, { id, at, body }: Signing) {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}

/** How a receiver's settings expect a secret. */
export const secretText = (secret: Buffer): string => `whsec_${secret.toString('base64')}`

import { randomUUID } from 'node:crypto'
import { noRights } from '../../../shared/contract/rights.ts'
import { addRole } from '../people/administrators.ts'
import type { TestApp } from './app.ts'

const authority = { actor: 'command-line' } as const

/** What the requests of the matrix need for service tokens and webhooks. */
export async function createIntegrationCommands(app: TestApp) {
  const roleId = await addRole(app, { ...noRights, audit: 'read' })
  let deliveryId = ''

  async function addToken(): Promise<string> {
    const name = randomUUID()
    await app.actions.addServiceToken({ name, role: { id: roleId }, days: 1, authority })
    return (await app.actions.listServiceTokens()).find(token => token.name === name)?.id ?? ''
  }

  async function addWebhook(): Promise<string> {
    // No name below .invalid has an address (RFC 2606).
    const webhook = { url: 'https://receiver.invalid/', events: ['order.received' as const] }
    const added = await app.actions.addWebhook({ webhook, authority })
    if (added.kind !== 'added') throw new Error(added.text)
    await app.actions.changeWebhook({ id: added.id, change: 'test', authority })
    const details = await app.actions.readWebhook(added.id)
    deliveryId = details?.deliveries[0]?.id ?? ''
    await app.database.pool.query(`update webhook_deliveries set state = 'failed' where id = $1`, [deliveryId])
    return added.id
  }

  return {
    target: (route: string): Promise<string> | undefined => {
      if (route.includes('/service-tokens/')) return addToken()
      return route.includes('/webhooks/') ? addWebhook() : undefined
    },
    bodyOf: (route: string): object | undefined => {
      if (route === 'POST /api/service-tokens') return { name: randomUUID(), roleId, days: 30 }
      if (route === 'POST /api/webhooks') return { url: 'https://receiver.invalid/', events: ['note.received'] }
      if (route.endsWith('/events')) return { events: ['note.received'] }
      return route.endsWith('/send-again') ? { deliveryId } : undefined
    },
  }
}

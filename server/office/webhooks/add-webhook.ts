import { randomUUID } from 'node:crypto'
import type { NewWebhook } from '../../../shared/contract/webhooks.ts'
import type { Authority } from '../../people/roles/authority.ts'
import { recordEvent } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import type { Config } from '../../platform/settings/config.ts'
import type { Secrets } from '../../platform/settings/secrets.ts'
import { readWebhookUrl } from './read-webhook-url.ts'
import { secretText } from './sign-event.ts'
import { makeSecret, sealSecret } from './webhook-secret.ts'
import { insertWebhook } from './webhooks.store.ts'

export type WebhookAdded =
  | { kind: 'added'; id: string; secret: string; host: string }
  | { kind: 'bad-webhook-url'; text: string }

type Needs = { db: Db; clock: Clock; secrets: Secrets; config: Config }
type Command = { webhook: NewWebhook; authority: Authority }

/** Adds a receiver of events. The answer is the only place where its secret can be read. */
export function createAddWebhook({ db, clock, secrets, config }: Needs) {
  return async function addWebhook({ webhook, authority }: Command): Promise<WebhookAdded> {
    const read = readWebhookUrl(webhook.url, config.webhookAllowedHosts)
    if (read.kind !== 'read') return read
    const { url } = read
    const id = randomUUID()
    const secret = makeSecret()
    const { keyId, bytes } = sealSecret(secrets, { secret, webhookId: id })
    const at = clock.now()
    await db.transaction().execute(async tx => {
      await insertWebhook(tx, {
        id,
        url,
        events: [...new Set(webhook.events)],
        secret_key_id: keyId,
        secret_sealed: bytes,
        created_by: authority.actor === 'administrator' ? authority.actorAccountId : null,
        created_at: at,
      })
      await recordEvent(tx, { at, action: 'webhook-added', ...authority, details: { webhook: id } })
    })
    return { kind: 'added', id, secret: secretText(secret), host: new URL(url).host }
  }
}

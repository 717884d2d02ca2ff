import type { Ground } from '../../platform/ground.ts'
import { createAddWebhook } from './add-webhook.ts'
import { createChangeWebhook } from './change-webhook.ts'
import { createListWebhooks, createReadWebhook } from './read-webhooks.ts'

export function createWebhookActions(ground: Ground) {
  return {
    addWebhook: createAddWebhook(ground),
    changeWebhook: createChangeWebhook(ground),
    listWebhooks: createListWebhooks(ground),
    readWebhook: createReadWebhook(ground),
  }
}

export type WebhookActions = ReturnType<typeof createWebhookActions>

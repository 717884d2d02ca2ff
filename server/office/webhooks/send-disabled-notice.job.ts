import type { Db } from '../../platform/database/tables.ts'
import type { MailKind } from '../../platform/mail/mail-kinds.ts'
import { webhookDisabledMail } from './webhook-disabled.mail.ts'
import { findWebhook } from './webhooks.store.ts'

const nothing = async () => {}

export function createWebhookDisabledNotice({ db }: { db: Db }): MailKind {
  return {
    compose: async ({ subjectId, createdAt }) => {
      const webhook = subjectId === null ? undefined : await findWebhook(db, subjectId)
      if (!webhook) return { kind: 'cancel', why: 'the webhook was removed' }
      const mail = webhookDisabledMail({ host: new URL(webhook.url).host, at: createdAt })
      return { kind: 'mail', mail, accepted: nothing, refused: nothing }
    },
    expired: nothing,
  }
}

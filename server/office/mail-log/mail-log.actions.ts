import type { Ground } from '../../platform/ground.ts'
import { createCheckSender } from './check-sender.ts'
import { createClearFailing } from './clear-failing.ts'
import { createListFailing } from './list-failing.ts'
import { createListMail } from './list-mail.ts'
import { createReadMailHealth } from './read-mail-health.ts'
import { createReadMessage } from './read-message.ts'
import { createRetryMail } from './retry-mail.ts'
import { createSendTestMail } from './send-test-mail.ts'

export function createMailLogActions(ground: Ground) {
  return {
    checkSender: createCheckSender(ground),
    clearFailing: createClearFailing(ground),
    listFailing: createListFailing(ground),
    listMail: createListMail(ground),
    readMailHealth: createReadMailHealth(ground),
    readMessage: createReadMessage(ground),
    retryMail: createRetryMail(ground),
    sendTestMail: createSendTestMail(ground),
  }
}

export type MailLogActions = ReturnType<typeof createMailLogActions>

import { hourSeconds, minuteSeconds } from '../../shared/time.ts'
import { newSignInKind } from '../entry/new-sign-in/new-sign-in.mail.ts'
import { createNewSignInNotice } from '../entry/new-sign-in/send-new-sign-in.job.ts'
import { createDeliverLogouts } from '../entry/oidc/deliver-logouts.job.ts'
import {
  addressChangedKind,
  addressGivenKind,
  addressGivenMail,
  addressObjectionKind,
  addressTakenKind,
  addressTakenMail,
  secondAddressTakenKind,
  secondAddressTakenMail,
} from '../entry/recovery/address-changed.mail.ts'
import { invitationMailKind } from '../entry/recovery/invitation.mail.ts'
import { objectionAlertKind, objectionAlertMail, passwordChangedKind } from '../entry/recovery/password-changed.mail.ts'
import { createDecideReset } from '../entry/recovery/request-reset.ts'
import { resetMailKind } from '../entry/recovery/reset.mail.ts'
import { resetPrintedKind, resetPrintedMail } from '../entry/recovery/reset-printed.mail.ts'
import {
  secondStepAlertKind,
  secondStepAlertMail,
  signInAlertKind,
  signInAlertMail,
} from '../entry/recovery/second-step-disputed.mail.ts'
import {
  createAddressChangedNotice,
  createAddressObjectionAlert,
  createChangeNotice,
} from '../entry/recovery/send-address-notice.job.ts'
import { createPasswordChangedNotice, createPlainNotice } from '../entry/recovery/send-notice.job.ts'
import { createResetMail } from '../entry/recovery/send-reset-mail.job.ts'
import { createTakeAsks, startAsksWork } from '../entry/recovery/take-asks.job.ts'
import { createFactorNotices } from '../entry/second-step/queue-factor-notice.ts'
import { createInviteContacts } from '../office/contacts/invite-contacts.job.ts'
import { startImportWork } from '../office/import/import-work.ts'
import { testMailKind } from '../office/mail-log/test.mail.ts'
import { testMailWork } from '../office/mail-log/test-mail.job.ts'
import { attentionMailKind } from '../office/orders/attention.mail.ts'
import { createAttentionMail, createQueueAttention } from '../office/orders/queue-attention.job.ts'
import { createWebhookDisabledNotice } from '../office/webhooks/send-disabled-notice.job.ts'
import { webhookDisabledKind } from '../office/webhooks/webhook-disabled.mail.ts'
import { startWebhookWork } from '../office/webhooks/webhook-work.ts'
import { getOrganisation } from '../people/organisation/organisation.store.ts'
import { createCheckAudit } from '../platform/audit/check-audit.job.ts'
import { createSealAudit } from '../platform/audit/seal-audit.job.ts'
import { createVerifyAudit } from '../platform/audit/verify-audit.ts'
import type { Ground } from '../platform/ground.ts'
import { createForgetMended } from '../platform/mail/forget-mended.job.ts'
import type { MailKinds } from '../platform/mail/mail-kinds.ts'
import { startMailWork } from '../platform/mail/mail-work.ts'
import type { Smtp } from '../platform/mail/smtp.ts'
import { createLapseQuotes } from '../trade/orders/lapse-quotes.job.ts'
import {
  createOrderReceivedMail,
  orderCopyKind,
  orderCopyMail,
  orderReceivedKind,
  quoteMail,
  quoteMailKind,
} from '../trade/orders/order.mail.ts'
import { createOrderMail } from '../trade/orders/send-order-mail.job.ts'
import { createPurge } from './purge.job.ts'

/** Sends email and deletes expired rows, in this process. */
export async function startWork(ground: Ground, smtp: Smtp): Promise<void> {
  const { db, jobs, clock, log, returnPath, messageTokens, config } = ground
  const getMailOrganisation = () => getOrganisation(db)
  // A drill runs on a copy of live data: its waiting mail and events belong to the live server, which sends them.
  if (config.isDrill) log.warn('DRILL is set: this server sends no email')
  else {
    startWebhookWork(ground)
    await startMailWork({
      db,
      jobs,
      clock,
      log,
      smtp,
      kinds: createMailKinds(ground),
      getOrganisation: getMailOrganisation,
      returnPath,
      messageTokens,
    })
  }
  const decideReset = createDecideReset(ground)
  await startAsksWork({ jobs, takeAsks: createTakeAsks({ db, log, decideReset }) })
  const { sealAudit, logAnchor } = createSealAudit(ground)
  jobs.schedule('seal the audit', { seconds: 5 }, sealAudit)
  jobs.schedule('anchor of the audit', { seconds: hourSeconds }, logAnchor)
  const checkAudit = createCheckAudit({ ...ground, verifyAudit: createVerifyAudit(ground) })
  jobs.schedule('check of the audit', { seconds: hourSeconds }, signal => checkAudit({ signal }))
  startImportWork({ ...ground, decideReset })
  const deliverLogouts = createDeliverLogouts(ground)
  jobs.schedule('deliver logouts to apps', { seconds: 1 }, async stopping => {
    while ((await deliverLogouts()) > 0 && !stopping.aborted);
  })
  jobs.schedule('invite contacts', { seconds: 1 }, createInviteContacts({ db, clock, decideReset }))
  jobs.schedule('lapse quotes', { seconds: 5 * minuteSeconds }, createLapseQuotes(ground))
  if (!config.isDrill)
    jobs.schedule('daily email about orders', { seconds: 10 * minuteSeconds }, createQueueAttention(ground))
  jobs.schedule('purge', { seconds: hourSeconds }, createPurge({ db, clock }))
  jobs.schedule('clear recovered addresses', { seconds: hourSeconds }, createForgetMended({ db, clock }))
}

function createMailKinds(ground: Ground): MailKinds {
  const { config } = ground
  const needs = { ...ground, publicUrl: config.publicUrl, resetCodeMinutes: config.resetCodeMinutes }
  return {
    [resetMailKind]: createResetMail(needs),
    [invitationMailKind]: createResetMail(needs),
    [passwordChangedKind]: createPasswordChangedNotice(needs),
    [resetPrintedKind]: createPlainNotice(needs, resetPrintedMail),
    [addressChangedKind]: createAddressChangedNotice(needs),
    [addressGivenKind]: createChangeNotice(needs, addressGivenMail),
    [addressTakenKind]: createChangeNotice(needs, addressTakenMail),
    [addressObjectionKind]: createAddressObjectionAlert(needs),
    [secondAddressTakenKind]: createPlainNotice(needs, secondAddressTakenMail),
    [testMailKind]: testMailWork,
    [orderReceivedKind]: createOrderMail(needs, createOrderReceivedMail(config.publicUrl)),
    [orderCopyKind]: createOrderMail(needs, orderCopyMail),
    [quoteMailKind]: createOrderMail(needs, quoteMail),
    [attentionMailKind]: createAttentionMail(needs),
    [webhookDisabledKind]: createWebhookDisabledNotice(needs),
    [objectionAlertKind]: createPlainNotice(needs, objectionAlertMail),
    [secondStepAlertKind]: createPlainNotice(needs, secondStepAlertMail),
    [signInAlertKind]: createPlainNotice(needs, signInAlertMail),
    [newSignInKind]: createNewSignInNotice(needs),
    ...createFactorNotices(needs),
  }
}

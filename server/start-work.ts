import { getOrganisation } from './accounts/organisation.store.ts'
import { createCheckAudit } from './audit/check-audit.job.ts'
import { createSealAudit } from './audit/seal-audit.job.ts'
import { createVerifyAudit } from './audit/verify-audit.ts'
import type { Ground } from './ground.ts'
import { startImportWork } from './import/import-work.ts'
import { createForgetMended } from './mail/forget-mended.job.ts'
import type { MailKinds } from './mail/mail-kinds.ts'
import { startMailWork } from './mail/mail-work.ts'
import type { Smtp } from './mail/smtp.ts'
import { testMailKind } from './mail-log/test.mail.ts'
import { testMailWork } from './mail-log/test-mail.job.ts'
import { createPurge } from './purge.job.ts'
import {
  addressChangedKind,
  addressGivenKind,
  addressGivenMail,
  addressObjectionKind,
  addressTakenKind,
  addressTakenMail,
  secondAddressTakenKind,
  secondAddressTakenMail,
} from './recovery/address-changed.mail.ts'
import { invitationMailKind } from './recovery/invitation.mail.ts'
import { objectionAlertKind, objectionAlertMail, passwordChangedKind } from './recovery/password-changed.mail.ts'
import { createDecideReset, createRequestReset } from './recovery/request-reset.ts'
import { resetMailKind } from './recovery/reset.mail.ts'
import { resetPrintedKind, resetPrintedMail } from './recovery/reset-printed.mail.ts'
import {
  createAddressChangedNotice,
  createAddressObjectionAlert,
  createChangeNotice,
} from './recovery/send-address-notice.job.ts'
import { createPasswordChangedNotice, createPlainNotice } from './recovery/send-notice.job.ts'
import { createResetMail } from './recovery/send-reset-mail.job.ts'
import { createTakeAsks, startAsksWork } from './recovery/take-asks.job.ts'

/** Hands over mail and clears away what is over, in this process. */
export async function startWork(ground: Ground, smtp: Smtp): Promise<void> {
  const { db, jobs, clock, log, returnPath, messageTokens, config } = ground
  const getMailOrganisation = () => getOrganisation(db)
  // A drill runs on a copy of live data: its waiting mail belongs to the live server, which sends it.
  if (config.isDrill) log.warn('DRILL is set: this server sends no email')
  else
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
  await startAsksWork({ jobs, takeAsks: createTakeAsks({ db, log, decideReset: createDecideReset(ground) }) })
  const { sealAudit, logAnchor } = createSealAudit(ground)
  jobs.schedule('seal the audit', { seconds: 5 }, sealAudit)
  jobs.schedule('anchor of the audit', { seconds: 3600 }, logAnchor)
  const checkAudit = createCheckAudit({ ...ground, verifyAudit: createVerifyAudit(ground) })
  jobs.schedule('check of the audit', { seconds: 3600 }, () => checkAudit())
  startImportWork({ db, clock, jobs, requestReset: createRequestReset(ground) })
  jobs.schedule('purge', { seconds: 3600 }, createPurge({ db, clock }))
  jobs.schedule('forget what was mended', { seconds: 3600 }, createForgetMended({ db, clock }))
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
    [objectionAlertKind]: createPlainNotice(needs, objectionAlertMail),
  }
}

import type { Ground } from '../../platform/ground.ts'
import { createChangeAddress } from './change-address.ts'
import { createCompleteReset } from './complete-reset.ts'
import { createObjectToChange, createReadObjection } from './object-to-change.ts'
import { createPrepareResetPage } from './prepare-reset-page.ts'
import { createPrintReset } from './print-reset.ts'
import { createReadLink } from './read-link.ts'
import { createRequestOwnReset } from './request-own-reset.ts'
import { createRequestReset } from './request-reset.ts'
import { createSavePassword } from './save-password.ts'
import { isMailSlow } from './slow-mail.query.ts'
import { createWakeAsks } from './take-asks.job.ts'

export function createRecoveryActions(ground: Ground) {
  const readLink = createReadLink(ground)
  const requestReset = createRequestReset(ground)
  const savePassword = createSavePassword(ground)
  return {
    changeAddress: createChangeAddress(ground),
    completeReset: createCompleteReset({ ...ground, readLink, savePassword }),
    isMailSlow: () => isMailSlow(ground.db, ground.clock.now()),
    objectToChange: createObjectToChange(ground),
    prepareResetPage: createPrepareResetPage(ground),
    printReset: createPrintReset(ground),
    readLink,
    readObjection: createReadObjection(ground),
    requestOwnReset: createRequestOwnReset({ ...ground, requestReset }),
    requestReset,
    savePassword,
    wakeAsks: createWakeAsks(ground),
  }
}

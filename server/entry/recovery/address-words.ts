import { momentWords } from '../../platform/html/moment-words.ts'
import type { AddressWait } from './change-address.ts'

const whoMay =
  'Another administrator than the one who changed it, whose rights reach this account, can approve it before; so can the person, on their own account page.'

/** What a change means for the mails, in short: the page says the rest. */
export function afterChangeWords(wait: AddressWait | undefined): string {
  if (!wait) return ''
  if (wait.until === null) return ' The objection to the earlier address holds this one, too.'
  return ` Mails that lead to a password wait until ${momentWords(wait.until)}.`
}

/** Until when no mail that leads to a password goes to a new address, and who can end that. */
export function waitingWords({ until }: AddressWait): string {
  if (until === null) {
    return 'Somebody at the old address says that the new one was not agreed with them. No mail that leads to a password goes there until another administrator than the one who changed it approves it, or the old address is put back.'
  }
  return `No mail that leads to a password goes to it until ${momentWords(until)}. ${whoMay}`
}

import { momentWords } from '../html/moment-words.ts'
import type { AddressWait } from './change-address.ts'

const whoMay =
  'Another administrator than the one who changed it, whose rights reach this account, can approve it before; so can the person, on their own account page.'

/** Until when no mail that leads to a password goes to a new address, and who can end that. */
export function waitingWords({ until }: AddressWait): string {
  if (until === null) {
    return 'Somebody at the old address says that the new one was not agreed with them. No mail that leads to a password goes there until another administrator than the one who changed it approves it, or the old address is put back.'
  }
  return `No mail that leads to a password goes to it until ${momentWords(until)}. ${whoMay}`
}

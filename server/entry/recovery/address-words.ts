import { momentWords } from '../../platform/html/moment-words.ts'
import type { AddressWait } from './change-address.ts'

const whoMay =
  'Another administrator with enough rights can approve it earlier. The person can too, on their account page.'

/** What a change means for the mails, in short: the page says the rest. */
export function afterChangeWords(wait: AddressWait | undefined): string {
  if (!wait) return ''
  if (wait.until === null) return ' The objection to the earlier address also holds this one.'
  return ` Password emails are held until ${momentWords(wait.until)}.`
}

/** Until when no mail that leads to a password goes to a new address, and who can end that. */
export function waitingWords({ until }: AddressWait): string {
  if (until === null) {
    return "Someone at the old address says they didn't agree to the new one. No password email goes there until another administrator approves it or the old address is restored."
  }
  return `No password email goes to it until ${momentWords(until)}. ${whoMay}`
}

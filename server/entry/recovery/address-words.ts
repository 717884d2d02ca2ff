import { momentWords } from '../../platform/html/moment-words.ts'
import type { AddressWait } from './change-address.ts'

const whoMay =
  'Another administrator with enough rights can approve it earlier. The person can too, on their account page.'

/** Says briefly what a change means for email; the page has the details. */
export function afterChangeWords(wait: AddressWait | undefined): string {
  if (!wait) return ''
  if (wait.until === null) return ' The objection to the earlier address also holds this one.'
  return ` Password emails are held until ${momentWords(wait.until)}.`
}

/** Says until when a new address gets no password email, and who can end the wait. */
export function waitingWords({ until }: AddressWait): string {
  if (until === null) {
    return "Someone at the old address says they didn't agree to the new one. No password email goes there until another administrator approves it or the old address is restored."
  }
  return `No password email goes to it until ${momentWords(until)}. ${whoMay}`
}

import { type MailState, mailStates } from '../../shared/contract/mail-lists.ts'

/** What of the log stands in the address. */
export type MailSearch = { state?: MailState }

/** Reads an address that anybody may have typed: what makes no sense is left out. */
export function readMailSearch(raw: Record<string, unknown>): MailSearch {
  const state = mailStates.find(one => one === raw.state)
  return state === undefined ? {} : { state }
}

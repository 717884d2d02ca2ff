import { type MailState, mailStates } from '../../shared/contract/mail-lists.ts'
import { type Parameters, pickParameters, readPage } from './list-search.ts'

export type MailSearch = { state?: MailState; page?: number }

export function readMailSearch(parameters: Parameters): MailSearch {
  return { ...pickParameters<MailSearch>(parameters, { state: mailStates }), ...readPage(parameters) }
}

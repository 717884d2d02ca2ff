import { type HeldState, heldStates } from '../../shared/contract/held-lists.ts'
import { type Parameters, pickParameters, readPage } from './list-search.ts'

export type HeldSearch = { state?: HeldState; page?: number }

export function readHeldSearch(parameters: Parameters): HeldSearch {
  return { ...pickParameters<HeldSearch>(parameters, { state: heldStates }), ...readPage(parameters) }
}

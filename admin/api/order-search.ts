import { orderKinds, orderSources, orderStatuses, quoteStatuses } from '../../shared/contract/order-status.ts'
import type { OrderFilter } from '../../shared/contract/orders.ts'
import { type Parameters, pickParameters, readPaging } from './list-search.ts'

/** Days are those of the organisation's time zone, and both are included. */
export type OrderSearch = OrderFilter & {
  /** The last row of the previous page. */
  before?: string
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

export function readOrderSearch(parameters: Parameters): OrderSearch {
  const { search } = readPaging(parameters)
  const picked = pickParameters<OrderSearch>(parameters, {
    status: [...orderStatuses, ...quoteStatuses],
    kind: orderKinds,
    source: orderSources,
    retailer: uuid,
    rep: uuid,
    from: day,
    until: day,
    before: uuid,
  })
  return { ...(search !== undefined && { search }), ...picked }
}

export type NoteSearch = { search?: string; retailer?: string; rep?: string; before?: string }

export function readNoteSearch(parameters: Parameters): NoteSearch {
  const { search } = readPaging(parameters)
  const picked = pickParameters<NoteSearch>(parameters, { retailer: uuid, rep: uuid, before: uuid })
  return { ...(search !== undefined && { search }), ...picked }
}

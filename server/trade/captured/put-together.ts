import { largestTotalCents, type OrderPayload } from '../../../shared/contract/app.ts'
import type { RowProblem } from '../../../shared/contract/integration.ts'
import { unknownRep } from '../../people/accounts/reps-by-username.query.ts'
import { unknownRetailer } from '../../people/retailers/retailers-by-number.query.ts'
import { nameKey } from '../../platform/names/name-key.ts'
import { totalOf } from '../orders/orders.store.ts'
import type { CapturedRow } from './captured-row.ts'

/** What the rows of a file name, by the names. */
export type Named = {
  reps: ReadonlyMap<string, { id: string }>
  retailers: ReadonlyMap<string, { id: string }>
  products: ReadonlyMap<string, string>
  currency: string
}

/** An item as a device sends it, with its author. */
export type ItemOfRows = {
  id: string
  kind: CapturedRow['kind']
  accountId: string
  deviceId: string
  capturedAt: Date
  payload: Record<string, unknown>
}

const noDevice = '00000000-0000-0000-0000-000000000000'
const mostLines = 500

/** What every row of an item repeats. */
const headOf = ({ kind, capturedAt, username, accountNumber, retailerId, note, ...row }: CapturedRow) =>
  JSON.stringify([kind, capturedAt, username, accountNumber, retailerId, note, row.requestedDay, row.validUntil])

/** Makes one item from its rows, or says why it can't be made. */
export function putTogether(rows: readonly [CapturedRow, ...CapturedRow[]], named: Named): ItemOfRows | RowProblem {
  const [first] = rows
  const { id, kind, username, deviceId = noDevice, note = '' } = first
  if (rows.some(row => headOf(row) !== headOf(first)))
    return {
      field: 'id',
      message: 'Rows with the same ID must have the same type, rep, retailer, time, days and note.',
    }
  const rep = named.reps.get(nameKey(username))
  if (!rep) return unknownRep(username)
  const retailerId = retailerOf(first, named)
  if (typeof retailerId !== 'string') return retailerId
  const item = { id, kind, accountId: rep.id, deviceId, capturedAt: new Date(first.capturedAt) }
  if (kind === 'note') {
    if (note === '') return { field: 'note', message: 'This note has no text.' }
    return { ...item, payload: { retailerId, text: note } }
  }
  const lines = linesOf(rows, named)
  if ('message' in lines) return lines
  const { requestedDay, validUntil, contactId, quoteId } = first
  return { ...item, payload: { retailerId, lines, note, requestedDay, validUntil, contactId, quoteId } }
}

/** The id wins: the account number is empty if the retailer had left the device. */
function retailerOf({ retailerId, accountNumber }: CapturedRow, { retailers }: Named): string | RowProblem {
  if (retailerId !== undefined) return retailerId
  if (accountNumber === undefined) return { field: 'accountNumber', message: 'Every row needs a retailer.' }
  return retailers.get(accountNumber)?.id ?? unknownRetailer(accountNumber)
}

function linesOf(rows: readonly CapturedRow[], named: Named): OrderPayload['lines'] | RowProblem {
  if (rows.length > mostLines) return { field: 'id', message: `An order has at most ${mostLines} lines.` }
  const numbers = rows.flatMap(({ line }) => line ?? [])
  const twice = numbers.find((number, place) => numbers.indexOf(number) !== place)
  if (twice !== undefined) return { field: 'line', message: `Line ${twice} is there twice.` }
  const lines: OrderPayload['lines'] = []
  for (const row of rows) {
    const line = lineOf(row, named)
    if ('message' in line) return line
    lines.push(line)
  }
  if (totalOf(lines) <= largestTotalCents) return lines
  return { field: 'quantity', message: 'The total is too large. Check quantities and prices.' }
}

function lineOf(row: CapturedRow, { products, currency }: Named): OrderPayload['lines'][number] | RowProblem {
  const { code, quantity, priceCents } = row
  const productId = row.productId ?? (code === undefined ? undefined : products.get(code))
  if (productId === undefined && code !== undefined)
    return { field: 'code', message: `There is no product with the code ${code}.` }
  if (productId === undefined) return { field: 'code', message: 'Every line needs a product.' }
  if (quantity === undefined) return { field: 'quantity', message: 'Every line needs a quantity.' }
  if (priceCents === undefined) return { field: 'priceCents', message: 'Every line needs a price.' }
  if (row.currency !== undefined && row.currency !== currency)
    return { field: 'currency', message: `Prices are in ${currency} here, not in ${row.currency}.` }
  return { productId, quantity, priceCents }
}

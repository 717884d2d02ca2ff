import type { RowProblem, RowResult } from '../../../shared/contract/integration.ts'
import { findRepsByUsername } from '../../people/accounts/reps-by-username.query.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import { findRetailersByNumber } from '../../people/retailers/retailers-by-number.query.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { nameKey } from '../../platform/names/name-key.ts'
import { findProductIds } from '../catalogue/products.store.ts'
import { type CapturedRow, capturedRow } from './captured-row.ts'
import { claimItem, dropClaims, type ItemState, listStates } from './pushed-items.store.ts'
import { type ItemOfRows, type Named, putTogether } from './put-together.ts'
import { readCaptured } from './read-captured.ts'
import type { TakeAccepted } from './take-accepted.ts'

type Outcome = Pick<RowResult, 'outcome' | 'problem'>
/** Without `takeAccepted`, the rows are judged alone: an order number that is used for a check is lost. */
type Writing = { at: Date; takeAccepted: TakeAccepted | undefined }

/**
 * Accepts what reps captured from rows of a file, by the id that the device made. A device that sends the same item later
 * gets the answer that it was accepted, and an item that a device has sent before is not accepted again. Prices and
 * territories aren't judged: the office has looked at them.
 */
export async function writeCaptured(tx: Tx, rows: readonly unknown[], writing: Writing): Promise<RowResult[]> {
  const items = await readItems(tx, rows)
  const good = [...items.values()].flatMap(item => ('message' in item ? [] : [item]))
  // All before the first order: a device that sends one of them holds its item and then waits for rows of that order.
  const claimed = writing.takeAccepted ? await claimAll(tx, good, writing.at) : []
  const ids = good.map(({ id }) => id)
  const states = await listStates(tx, ids)
  const outcomes = new Map<string, Outcome>()
  for (const [id, item] of items) {
    const outcome = 'message' in item ? rejected(item) : await settle(tx, item, { ...writing, state: states.get(id) })
    outcomes.set(id, outcome)
  }
  await dropClaims(
    tx,
    claimed.filter(id => outcomes.get(id)?.outcome === 'rejected'),
  )
  return rows.map((row, place) => ({ row: place, ...(outcomes.get(idOf(row)) ?? rejected(unreadable)) }))
}

const rejected = (problem: RowProblem): Outcome => ({ outcome: 'rejected', problem })
const unreadable: RowProblem = { field: 'id', message: 'Every row needs an ID.' }
const idOf = (row: unknown) => String((row as { id?: unknown }).id ?? '').toLowerCase()

async function readItems(tx: Tx, rows: readonly unknown[]): Promise<Map<string, ItemOfRows | RowProblem>> {
  const read = rows.map(row => ({ id: idOf(row), read: capturedRow.safeParse(row) }))
  const good = read.flatMap(({ read: { data } }) => data ?? [])
  const named = await findNamed(tx, good)
  const items = new Map<string, ItemOfRows | RowProblem>()
  for (const [id, own] of Map.groupBy(read, row => row.id)) {
    const issue = own.flatMap(({ read: { error } }) => error?.issues ?? [])[0]
    const [first, ...others] = own.flatMap(({ read: { data } }) => data ?? [])
    if (issue) items.set(id, { field: issue.path.join('.'), message: issue.message })
    else if (first) items.set(id, putTogether([{ ...first, id }, ...others], named))
  }
  return items
}

async function findNamed(tx: Tx, rows: readonly CapturedRow[]): Promise<Named> {
  const names = <Name extends keyof CapturedRow>(name: Name) => [
    ...new Set(rows.flatMap(row => (row[name] === undefined ? [] : String(row[name])))),
  ]
  return {
    reps: await findRepsByUsername(tx, names('username').map(nameKey)),
    retailers: await findRetailersByNumber(tx, names('accountNumber')),
    products: await findProductIds(tx, names('code')),
    currency: (await getOrganisation(tx)).currency,
  }
}

/** Returns the ids that no device had sent. Sorted, so that two imports wait for each other in one direction. */
async function claimAll(tx: Tx, items: readonly ItemOfRows[], at: Date): Promise<string[]> {
  const claimed: string[] = []
  for (const { id, accountId, deviceId, kind, capturedAt } of items.toSorted((one, other) =>
    one.id < other.id ? -1 : 1,
  )) {
    if (await claimItem(tx, { id, accountId, deviceId, type: kind, receivedAt: at, capturedAt })) claimed.push(id)
  }
  return claimed
}

type Settling = Writing & { state: ItemState | undefined }

async function settle(tx: Tx, item: ItemOfRows, { state, at, takeAccepted }: Settling): Promise<Outcome> {
  const { id, accountId, kind, payload, capturedAt } = item
  if (state?.isElsewhere || (state?.accountId ?? accountId) !== accountId)
    return rejected({ field: 'id', message: 'Another record has this ID.' })
  if (state?.outcome === 'accepted') return { outcome: 'unchanged' }
  if (state?.outcome === 'dismissed')
    return rejected({ field: 'id', message: 'An administrator has dismissed this item.' })
  const captured = await readCaptured(tx, { kind, payload, received_at: at, captured_at: capturedAt })
  if (!captured)
    return rejected({ field: 'retailerId', message: 'The retailer or a product of this item no longer exists.' })
  await takeAccepted?.(tx, { id, accountId, receivedAt: at, captured })
  return { outcome: 'created' }
}

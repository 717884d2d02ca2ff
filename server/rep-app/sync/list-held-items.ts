import { notePayload, orderPayload } from '../../../shared/contract/app.ts'
import { type HeldItem, type HeldPage, type HeldQuery, heldItem } from '../../../shared/contract/held-items.ts'
import { fullNameOf } from '../../../shared/names/full-name.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Db } from '../../platform/database/tables.ts'
import { totalOf } from '../../trade/orders/orders.store.ts'
import { countReleased, listNamesOf, readHeldRows } from './held-items.query.ts'

type Row = Awaited<ReturnType<typeof readHeldRows>>['rows'][number]
type Names = Record<'products' | 'retailers', Awaited<ReturnType<typeof listNamesOf>>>
type ReadRow = { row: Row } & ReturnType<typeof readPayload>

/** Lists the items that await a decision, with the names of their products instead of ids. */
export function createListHeldItems({ db }: { db: Db }) {
  return async function listHeldItems(query: HeldQuery): Promise<HeldPage> {
    const [{ rows, hasMore }, toDecide, { currency }] = await Promise.all([
      readHeldRows(db, query),
      countReleased(db),
      getOrganisation(db),
    ])
    const read = rows.map(row => ({ row, ...readPayload(row) }))
    const [products, retailers] = await Promise.all([
      listNamesOf(db, { table: 'products', ids: unique(read.flatMap(one => one.lines.map(line => line.productId))) }),
      listNamesOf(db, { table: 'retailers', ids: unique(read.flatMap(one => one.retailerId ?? [])) }),
    ])
    const items = read.map(one => readable(itemOf(one, { products, retailers }), one.row))
    return { items, hasMore, toDecide, currency }
  }
}

function itemOf({ row, retailerId, lines, note, asSent }: ReadRow, { products, retailers }: Names): HeldItem {
  const retailer = retailerId === undefined ? undefined : retailers.get(retailerId)
  return {
    ...factsOf(row),
    retailer: retailerId !== undefined && retailer !== undefined ? { id: retailerId, name: retailer } : null,
    lines: lines.map(({ productId, ...line }) => ({ ...line, product: products.get(productId) ?? 'Gone' })),
    totalCents: lines.length > 0 ? totalOf(lines) : null,
    note,
    asSent,
  }
}

/** One row that breaks the contract must not hide the others, so it is listed with the facts that it has. */
function readable(item: HeldItem, row: Row): HeldItem {
  if (heldItem.safeParse(item).success) return item
  const nothing = { retailer: null, lines: [], totalCents: null, note: '' }
  return { ...factsOf({ ...row, captured_at: null }), ...nothing, asSent: asText(row) }
}

const asText = ({ payload }: Pick<Row, 'payload'>) => JSON.stringify(payload, null, 2).slice(0, 4000)

const unique = (ids: readonly string[]) => [...new Set(ids)]

function factsOf(row: Row) {
  const { rejection_code: word, rejection_message: text, rejection_field: field } = row
  return {
    id: row.id,
    kind: row.kind,
    state: stateOf(row),
    by: {
      id: row.account_id,
      fullName: fullNameOf({ givenName: row.given_name, familyName: row.family_name }),
      username: row.username,
    },
    device: row.device,
    capturedAt: row.captured_at?.toISOString() ?? null,
    receivedAt: row.received_at.toISOString(),
    reason: word === null ? null : { word, text: text ?? '', field: field ?? '' },
  }
}

function stateOf({ outcome, discarded_at }: Row): HeldItem['state'] {
  if (outcome === 'released' || outcome === 'dismissed') return outcome
  return discarded_at === null ? 'rejected' : 'discarded'
}

/** An item that can't be read is shown unchanged, so that nothing is hidden. */
function readPayload({ kind, payload }: Pick<Row, 'kind' | 'payload'>) {
  if (kind === 'note') {
    const { data } = notePayload.safeParse(payload)
    if (data) return { retailerId: data.retailerId, lines: [], note: data.text, asSent: null }
  }
  const { data } = orderPayload.safeParse(payload)
  if (data) return { retailerId: data.retailerId, lines: data.lines, note: data.note, asSent: null }
  return { retailerId: undefined, lines: [], note: '', asSent: asText({ payload }) }
}

import { Dexie, type Table, type Transaction } from 'dexie'
import { firstStatus } from '../../shared/contract/order-status.ts'
import { reopenWhenLost } from './reopen-when-lost.ts'
import { type CacheRows, type Collection, collections } from './rows.ts'

/** The progress of a collection, written in the same transaction as its rows. */
export type Checkpoint = {
  collection: Collection
  cursor: string | null
  /** Rows on the device, counted only at the end of a download: counting at each page would cost as much as writing it. */
  have: number
  total: number
  isComplete: boolean
  changedAt: number | null
  /** The server asked for a full download: rows that it doesn't send again are removed at the end. */
  isAgain: boolean
}

/**
 * The searchable texts of all products by name, in two long texts and lists of numbers: 50,000 objects would take a cheap
 * tablet seconds to read, and much of its memory.
 */
export type ProductLines = {
  /** A line for each product: code, tab, name and category, all in small letters without accents. */
  text: string
  starts: Uint32Array
  ids: string
  idStarts: Uint32Array
  categories: string[]
  categoryOf: Uint32Array
}

/** The search index of the products (`catalogue/product-texts.ts`), made on this device from what was downloaded. */
export type IndexRow =
  | { part: 'state'; token: string; isReady: boolean }
  | { part: 'lines'; token: string; lines: ProductLines }

/** Data that the server also has. It may be erased at any time and is downloaded again. */
export type Cache = Dexie & { [Name in Collection]: Table<CacheRows[Name], string> } & {
  checkpoints: Table<Checkpoint, Collection>
  seen: Table<{ collection: Collection; id: string }, [Collection, string]>
  productIndex: Table<IndexRow, IndexRow['part']>
  /** Products that changed since the index was begun. */
  productChanges: Table<{ place?: number; id: string }, number>
}

export function openCache(name = 'cache'): Cache {
  const db = new Dexie(name, { chromeTransactionDurability: 'relaxed' })
  db.version(1).stores({
    retailers: 'id, name, accountNumber',
    contacts: 'id, retailerId',
    products: 'id, barcode, name, category',
    prices: 'id, [retailerId+productId]',
    visits: 'id, at, retailerId',
    orders: 'id, retailerId, capturedAt',
    targets: 'id, month',
    checkpoints: 'collection',
    seen: '[collection+id], collection',
  })
  db.version(2)
    .stores({
      categories: 'id, parentId',
      priceBreaks: 'id, [retailerId+productId]',
      listPrices: 'id, [priceListId+productId]',
    })
    .upgrade(fillNewColumns)
  db.version(3)
    .stores({
      returns: 'id, retailerId, capturedAt',
      notes: 'id, retailerId, capturedAt',
      sales: 'id, retailerId',
    })
    .upgrade(fillFirstStatus)
  db.version(4).stores({ productIndex: 'part', productChanges: '++place' })
  return reopenWhenLost(db) as Cache
}

/** Row by row in one transaction: deleting the database would wait for every other tab. */
export async function eraseCache(cache: Cache): Promise<void> {
  await cache.transaction('rw', cache.tables, () => Promise.all(cache.tables.map(table => table.clear())))
}

export type CollectionState = Pick<Checkpoint, 'collection' | 'have' | 'total' | 'isComplete' | 'changedAt'>

export async function readCollections(cache: Cache): Promise<CollectionState[]> {
  const found = await cache.checkpoints.bulkGet([...collections])
  return found.map((checkpoint, place) => {
    const { have = 0, total = 0, isComplete = false, changedAt = null } = checkpoint ?? {}
    return { collection: collections[place] as Collection, have, total, isComplete, changedAt }
  })
}

/**
 * Rows that an earlier version downloaded get what the server has in the new columns until someone changes it. The server
 * sends a row again only after a change.
 */
async function fillNewColumns(tx: Transaction): Promise<void> {
  const product = { packSize: 1, taxClass: 'standard', description: '' }
  const retailer = { type: '', grade: '', chain: '', creditStatus: 'good', priceListId: null, notes: '' }
  await tx
    .table('products')
    .toCollection()
    .modify(row => void Object.assign(row, { ...product, ...row }))
  await tx
    .table('retailers')
    .toCollection()
    .modify(row => void Object.assign(row, { ...retailer, ...row }))
}

/** The server sends an order again only if it has left its first status. */
async function fillFirstStatus(tx: Transaction): Promise<void> {
  await tx
    .table('orders')
    .toCollection()
    .modify(row => void Object.assign(row, { status: firstStatus(row.kind), customerNote: '', ...row }))
}

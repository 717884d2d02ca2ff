import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { nextRows } from '../../server/rep-app/sync/pull.query.ts'
import type { Place } from './place.ts'

const dexie = readFileSync(createRequire(import.meta.url).resolve('dexie/dist/dexie.min.js'), 'utf8')

/** The rows as the app receives them, each a JSON text. */
export type BareRows = { retailers: string; products: string }

export async function readBareRows({ ground, rep, territoryIds }: Place): Promise<BareRows> {
  const scope = {
    accountId: rep.accountId,
    territoryIds,
    priceListIds: [],
    ordersSince: new Date(0),
    salesSince: '2000-01',
  }
  const span = { stamp: '0', id: '00000000-0000-0000-0000-000000000000', below: '999999999', toldFrom: '0' }
  const read = async (collection: 'retailers' | 'products') => {
    const { rows } = await nextRows(collection, scope, { ...span, most: 1_000_000 }).execute(ground.db)
    return `[${rows.map(({ row }) => row).join(',')}]`
  }
  return { retailers: await read('retailers'), products: await read('products') }
}

/**
 * Writes the same rows into the same tables, from memory and with nothing around it: the cost of the browser's
 * database.
 */
export async function loadBare(page: Page, rows: BareRows): Promise<number> {
  await page.evaluate(dexie)
  return page.evaluate(loadInPage, rows)
}

type Dexie = typeof import('dexie')['Dexie']

/** Runs in the page. Chunks of 5,000 are faster than a single transaction. */
async function loadInPage(texts: BareRows): Promise<number> {
  const { Dexie } = globalThis as unknown as { Dexie: Dexie }
  const rows = { retailers: JSON.parse(texts.retailers), products: JSON.parse(texts.products) }
  const db = new Dexie('bare', { chromeTransactionDurability: 'relaxed' })
  db.version(1).stores({ retailers: 'id, name, accountNumber', products: 'id, barcode, name, category' })
  await db.open()
  const start = performance.now()
  for (const name of ['retailers', 'products'] as const) {
    for (let from = 0; from < rows[name].length; from += 5000) {
      await db.table(name).bulkPut(rows[name].slice(from, from + 5000))
    }
  }
  const took = performance.now() - start
  await db.delete()
  return took
}

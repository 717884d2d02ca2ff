import { type RetailerPriceToWrite, retailerPriceToWrite } from '../../../shared/contract/trade-rows.ts'
import { findRetailersByNumber, unknownRetailer } from '../../people/retailers/retailers-by-number.query.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { type Judgement, type Upserted, type UpsertRows, upsertRows } from '../../platform/rows/upsert-rows.ts'
import { findProductIds } from '../catalogue/products.store.ts'
import { judgePrice, priceKeyOf, unknownProduct } from './judge-price.ts'
import { findPrices, type PriceRow, savePrices } from './prices.store.ts'

/** Adds and changes prices of retailers, by account number, product code, minimum quantity and first day. */
export async function upsertPrices(
  tx: Tx,
  rows: readonly unknown[],
  upsert: UpsertRows = upsertRows,
): Promise<Upserted<PriceRow>> {
  return upsert(tx, rows, {
    name: 'prices',
    shape: retailerPriceToWrite,
    key: {
      of: given => JSON.stringify([given.accountNumber, given.code, priceKeyOf(given)]),
      field: 'code',
      words: 'This retailer, product, quantity and first day',
    },
    prepare: preparePrices,
    insert: savePrices,
    update: savePrices,
  })
}

async function preparePrices(tx: Tx, given: readonly RetailerPriceToWrite[]) {
  const retailers = await findRetailersByNumber(
    tx,
    given.map(({ accountNumber }) => accountNumber),
  )
  const products = await findProductIds(
    tx,
    given.map(({ code }) => code),
  )
  const keyOf = (one: RetailerPriceToWrite) => ({
    retailer_id: retailers.get(one.accountNumber)?.id ?? '',
    product_id: products.get(one.code) ?? '',
    ...priceKeyOf(one),
  })
  const keys = given.map(keyOf).filter(key => key.retailer_id !== '' && key.product_id !== '')
  const known = await findPrices(tx, keys)
  return (one: RetailerPriceToWrite): Judgement<PriceRow> => {
    const key = keyOf(one)
    if (key.retailer_id === '') return unknownRetailer(one.accountNumber)
    if (key.product_id === '') return unknownProduct(one.code)
    const before = known.get(JSON.stringify(key))
    const value = judgePrice(one, before)
    return 'message' in value ? value : { before, after: { ...key, ...value } }
  }
}

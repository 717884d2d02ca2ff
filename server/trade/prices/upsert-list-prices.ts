import { type ListPriceToWrite, listPriceToWrite } from '../../../shared/contract/trade-rows.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { type Judgement, type Upserted, type UpsertRows, upsertRows } from '../../platform/rows/upsert-rows.ts'
import { findProductIds } from '../catalogue/products.store.ts'
import { judgePrice, priceKeyOf, unknownProduct } from './judge-price.ts'
import { ensurePriceLists, findListPrices, type ListPriceRow, listKey, saveListPrices } from './price-lists.store.ts'

/** Adds and changes rows of price lists, by list, product code, minimum quantity and first day. Adds missing lists. */
export async function upsertListPrices(
  tx: Tx,
  rows: readonly unknown[],
  upsert: UpsertRows = upsertRows,
): Promise<Upserted<ListPriceRow>> {
  return upsert(tx, rows, {
    name: 'list prices',
    shape: listPriceToWrite,
    key: {
      of: given => JSON.stringify([listKey(given.priceList), given.code, priceKeyOf(given)]),
      field: 'code',
      words: 'This price list, product, quantity and first day',
    },
    prepare: prepareListPrices,
    insert: saveListPrices,
    update: saveListPrices,
  })
}

async function prepareListPrices(tx: Tx, given: readonly ListPriceToWrite[]) {
  const products = await findProductIds(
    tx,
    given.map(({ code }) => code),
  )
  // A rejected row adds no list.
  const good = given.filter(one => products.has(one.code) && !('message' in judgePrice(one, undefined)))
  const lists = await ensurePriceLists(
    tx,
    good.map(({ priceList }) => priceList),
  )
  const keyOf = (one: ListPriceToWrite) => ({
    price_list_id: lists.get(listKey(one.priceList)) ?? '',
    product_id: products.get(one.code) ?? '',
    ...priceKeyOf(one),
  })
  const known = await findListPrices(tx, good.map(keyOf))
  return (one: ListPriceToWrite): Judgement<ListPriceRow> => {
    const key = keyOf(one)
    if (key.product_id === '') return unknownProduct(one.code)
    const before = known.get(JSON.stringify(key))
    const value = judgePrice(one, before)
    return 'message' in value ? value : { before, after: { ...key, ...value } }
  }
}

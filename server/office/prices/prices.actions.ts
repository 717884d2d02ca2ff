import type { PriceListQuery, PriceRowQuery } from '../../../shared/contract/prices.ts'
import { getOrganisation } from '../../people/organisation/organisation.store.ts'
import type { Ground } from '../../platform/ground.ts'
import { createCheckPrice } from './check-price.ts'
import { findPriceList, listPriceLists } from './price-lists.query.ts'
import { createAddPriceList, createRemovePriceList, createRenamePriceList } from './price-lists.ts'
import { listPriceRows, type PriceOwner } from './price-rows.query.ts'
import { createRemovePrice, createSetPrice } from './set-price.ts'

export function createPriceActions(ground: Ground) {
  const { db } = ground
  return {
    addPriceList: createAddPriceList(ground),
    checkPrice: createCheckPrice(ground),
    listPriceLists: (query: PriceListQuery) => listPriceLists(db, query),
    listPrices: async (owner: PriceOwner, query: PriceRowQuery) => {
      const [rows, { currency }] = await Promise.all([listPriceRows(db, owner, query), getOrganisation(db)])
      return { ...rows, currency }
    },
    readPriceList: (id: string) => findPriceList(db, id),
    removePrice: createRemovePrice(ground),
    removePriceList: createRemovePriceList(ground),
    renamePriceList: createRenamePriceList(ground),
    setPrice: createSetPrice(ground),
  }
}

export type PriceActions = ReturnType<typeof createPriceActions>

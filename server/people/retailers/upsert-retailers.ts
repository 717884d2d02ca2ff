import { type RetailerToWrite, retailerToWrite } from '../../../shared/contract/people-rows.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { stated } from '../../platform/rows/stated.ts'
import { type Judgement, type Upserted, upsertRows } from '../../platform/rows/upsert-rows.ts'
import { findPriceListsByName, findTerritoriesByName } from './named-places.query.ts'
import { lockRetailerRows, type RetailerRow, saveRetailers } from './retailers.store.ts'

/** `created` and `updated` carry ids, for the audit. */
export type UpsertedRetailers = Upserted<RetailerRow>

/**
 * Adds and changes retailers by their account number. Closing one is not all: `updated` says which retailers were open,
 * and the caller signs their contacts out in the same transaction.
 */
export async function upsertRetailers(tx: Tx, rows: readonly unknown[], at: Date): Promise<UpsertedRetailers> {
  const upserted = await upsertRows(tx, rows, {
    name: 'retailers',
    shape: retailerToWrite,
    key: { of: ({ accountNumber }) => accountNumber, field: 'accountNumber', words: 'This account number' },
    prepare: prepareRetailers,
    insert: (inside, created) => saveRetailers(inside, created, at),
    update: (inside, changed) => saveRetailers(inside, changed, at),
  })
  const ids = await lockRetailerRows(
    tx,
    upserted.created.map(({ accountNumber }) => accountNumber),
  )
  return { ...upserted, created: [...ids.values()] }
}

const fresh = {
  id: null,
  territoryId: null,
  isActive: true,
  line: '',
  town: '',
  postcode: '',
  phone: '',
  type: '',
  grade: '',
  chain: '',
  creditStatus: 'good' as const,
  priceListId: null,
  notes: '',
}

async function prepareRetailers(tx: Tx, given: readonly RetailerToWrite[]) {
  const known = await lockRetailerRows(
    tx,
    given.map(({ accountNumber }) => accountNumber),
  )
  const territories = await findTerritoriesByName(
    tx,
    given.flatMap(({ territory }) => territory || []),
  )
  const priceLists = await findPriceListsByName(
    tx,
    given.flatMap(({ priceList }) => priceList || []),
  )
  return (retailer: RetailerToWrite): Judgement<RetailerRow> => {
    const { accountNumber, territory, priceList } = retailer
    const before = known.get(accountNumber)
    const name = retailer.name ?? before?.name
    if (name === undefined) return { field: 'name', message: 'A new retailer needs a name.' }
    if (territory && !territories.has(territory)) {
      return { field: 'territory', message: `There is no territory called ${territory}.` }
    }
    if (priceList && !priceLists.has(priceList.toLowerCase())) {
      return { field: 'priceList', message: `There is no price list called ${priceList}.` }
    }
    const changes = stated({
      territoryId: territory === undefined ? undefined : (territories.get(territory) ?? null),
      priceListId: priceList === undefined ? undefined : (priceLists.get(priceList.toLowerCase()) ?? null),
      ...columnsOf(retailer),
    })
    return { before, after: { ...fresh, ...before, ...changes, accountNumber, name } }
  }
}

const columnsOf = ({ status, addressLine, town, postcode, phone, ...rest }: RetailerToWrite) => ({
  isActive: status === undefined ? undefined : status === 'open',
  line: addressLine,
  town,
  postcode,
  phone,
  type: rest.type,
  grade: rest.grade,
  chain: rest.chain,
  creditStatus: rest.creditStatus,
  notes: rest.notes,
})

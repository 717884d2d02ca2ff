import { creditStatuses, retailerStatuses } from '../../../shared/contract/retailer-lists.ts'
import { findPriceListsByName } from '../../people/retailers/named-places.query.ts'
import type { RetailerRow } from '../../people/retailers/retailers.store.ts'
import { type PlannedRow, settle } from './findings.ts'
import { inChunks, type PlanNeeds } from './import-command.ts'
import { judgeAccountNumber, judgeUnknownNumber } from './judge-account-number.ts'
import { findKnownNumbers, findKnownRetailers, type KnownNumbers } from './known.query.ts'
import { type FindTerritory, nameTerritories, type Territory } from './name-territories.ts'
import { limitFields, type ReadRow, readRow, refuseRepeated, requireFields } from './read-row.ts'
import { tidyCell } from './tidy-cell.ts'

type KnownRetailer = Awaited<ReturnType<typeof findKnownRetailers>> extends Map<string, infer Row> ? Row : never

/** `territory` is undefined if the file names none: the retailer keeps its own. */
export type PlannedRetailer = PlannedRow & RetailerRow & { territory: Territory | undefined }

type PlanState = { needs: PlanNeeds; seen: Map<string, number>; findTerritory: FindTerritory }

/** Plans the outcome of each row of retailers. It writes nothing. */
export async function planRetailers(needs: PlanNeeds): Promise<PlannedRetailer[]> {
  const { db, command, rows, mayMakeTerritories, holds } = needs
  const findTerritory = await nameTerritories(db, { mayMake: mayMakeTerritories })
  const known: PlanState = { needs, seen: new Map(), findTerritory }
  const planned: PlannedRetailer[] = []
  for (const chunk of inChunks(rows)) {
    const read = chunk.map(row => readRow(row, command))
    const numbers = read.map(judgeAccountNumber)
    const retailers = await findKnownRetailers(db, numbers, { holds: holds && command.settings.existing === 'update' })
    const numbersLike = await findKnownNumbers(db, numbers)
    const priceLists = await findPriceListsByName(
      db,
      read.map(row => row.cell('price-list')),
    )
    planned.push(
      ...read.map((row, place) => {
        const accountNumber = numbers[place] ?? ''
        const retailer = retailers.get(accountNumber)
        return planRetailer(row, { accountNumber, retailer, numbersLike, priceLists, known })
      }),
    )
  }
  return planned
}

type RowMatches = {
  accountNumber: string
  retailer: KnownRetailer | undefined
  numbersLike: KnownNumbers
  priceLists: ReadonlyMap<string, string>
  known: PlanState
}

const longest = { 'account-number': 60, name: 200, 'address-line': 200, town: 100, postcode: 20, phone: 40 }
const longestOfTrade = { 'retailer-type': 60, grade: 20, chain: 100, notes: 4000 }

function planRetailer(row: ReadRow, { numbersLike, ...matches }: RowMatches): PlannedRetailer {
  const { accountNumber, retailer, priceLists, known } = matches
  refuseRepeated(row, { key: accountNumber, seen: known.seen })
  requireFields(row, ['account-number'])
  limitFields(row, { ...longest, ...longestOfTrade })
  const territory = row.cell('territory')
  const planned = {
    id: retailer?.id ?? null,
    accountNumber,
    isActive: judgeStatus(row, retailer),
    territory: territory === '' ? undefined : known.findTerritory(row, territory),
    territoryId: retailer?.territoryId ?? null,
    creditStatus: judgeCredit(row) ?? retailer?.creditStatus ?? 'good',
    priceListId: judgePriceList(row, priceLists) ?? retailer?.priceListId ?? null,
    ...readTexts(row, retailer),
  }
  if (!retailer) {
    requireFields(row, ['name'])
    judgeUnknownNumber(row, { number: accountNumber, known: numbersLike })
  }
  const verdict = retailer ? judgeExisting(row, { planned, retailer, known }) : ('add' as const)
  return { ...planned, ...settle(row, verdict) }
}

/** An empty cell leaves what is there. So does a cell that differs only by what a spreadsheet may do to it. */
function readTexts(row: ReadRow, retailer: KnownRetailer | undefined) {
  const read = (cell: string, stored = '') => (cell === '' || cell === tidyCell(stored) ? stored : cell)
  return {
    name: read(row.cell('name'), retailer?.name),
    line: read(row.cell('address-line'), retailer?.line),
    town: read(row.cell('town'), retailer?.town),
    postcode: read(row.cell('postcode'), retailer?.postcode),
    phone: read(row.cell('phone'), retailer?.phone),
    type: read(row.cell('retailer-type'), retailer?.type),
    grade: read(row.cell('grade'), retailer?.grade),
    chain: read(row.cell('chain'), retailer?.chain),
    notes: read(row.lines('notes'), retailer?.notes),
  }
}

type ExistingRetailer = { planned: Omit<PlannedRetailer, keyof PlannedRow>; retailer: KnownRetailer; known: PlanState }

const compared = [
  ...(['name', 'line', 'town', 'postcode', 'phone', 'type', 'grade', 'chain', 'notes'] as const),
  ...(['creditStatus', 'priceListId'] as const),
] as const

function judgeExisting(row: ReadRow, { planned, retailer, known }: ExistingRetailer) {
  if (known.needs.command.settings.existing === 'leave') {
    row.findings.push({ kind: 'exists' })
    return 'leave' as const
  }
  const isSame =
    compared.every(field => planned[field] === retailer[field]) &&
    (!planned.territory || planned.territory.name === retailer.territory)
  if (isSame) row.findings.push({ kind: 'nothing-new' })
  return isSame ? ('leave' as const) : ('update' as const)
}

function judgeStatus(row: ReadRow, retailer: KnownRetailer | undefined): boolean {
  const text = row.cell('status')
  const said = retailerStatuses.find(status => status === text.toLowerCase())
  if (text !== '' && said === undefined) row.findings.push({ kind: 'unknown-status', text })
  if (!retailer) return said !== 'closed'
  const stays = retailer.isActive ? 'open' : 'closed'
  if (said && said !== stays) row.findings.push({ kind: 'status-stays', text: stays })
  return retailer.isActive
}

function judgeCredit(row: ReadRow) {
  const text = row.cell('credit-status')
  const said = creditStatuses.find(status => status === text.toLowerCase())
  if (text !== '' && said === undefined) row.findings.push({ kind: 'unknown-credit-status', text })
  return said
}

function judgePriceList(row: ReadRow, priceLists: ReadonlyMap<string, string>): string | undefined {
  const text = row.cell('price-list')
  const id = priceLists.get(text.toLowerCase())
  if (text !== '' && id === undefined) row.findings.push({ kind: 'no-such-price-list', text })
  return id
}

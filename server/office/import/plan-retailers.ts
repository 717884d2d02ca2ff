import { retailerStatuses } from '../../../shared/contract/retailer-lists.ts'
import { type PlannedRow, settle } from './findings.ts'
import { inChunks, type PlanNeeds } from './import-command.ts'
import { judgeAccountNumber, judgeUnknownNumber } from './judge-account-number.ts'
import { findKnownNumbers, findKnownRetailers, type KnownNumbers } from './known.query.ts'
import { type FindTerritory, nameTerritories, type Territory } from './name-territories.ts'
import { limitFields, type ReadRow, readRow, refuseRepeated, requireFields } from './read-row.ts'

type KnownRetailer = Awaited<ReturnType<typeof findKnownRetailers>> extends Map<string, infer Row> ? Row : never

export type PlannedRetailer = PlannedRow & {
  retailerId: string | undefined
  accountNumber: string
  name: string
  isActive: boolean
  /** Undefined if the file names none. */
  territory: Territory | undefined
  line: string
  town: string
  postcode: string
  phone: string
}

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
    planned.push(
      ...read.map((row, place) => {
        const accountNumber = numbers[place] ?? ''
        return planRetailer(row, { accountNumber, retailer: retailers.get(accountNumber), numbersLike, known })
      }),
    )
  }
  return planned
}

type RowMatches = {
  accountNumber: string
  retailer: KnownRetailer | undefined
  numbersLike: KnownNumbers
  known: PlanState
}

function planRetailer(row: ReadRow, { accountNumber, retailer, numbersLike, known }: RowMatches): PlannedRetailer {
  refuseRepeated(row, { key: accountNumber, seen: known.seen })
  requireFields(row, ['account-number'])
  limitFields(row, { 'account-number': 60, name: 200, 'address-line': 200, town: 100, postcode: 20, phone: 40 })
  const name = row.cell('territory')
  const planned = {
    retailerId: retailer?.id,
    accountNumber,
    name: row.cell('name') || (retailer?.name ?? ''),
    isActive: judgeStatus(row, retailer),
    territory: name === '' ? undefined : known.findTerritory(row, name),
    line: row.cell('address-line') || (retailer?.line ?? ''),
    town: row.cell('town') || (retailer?.town ?? ''),
    postcode: row.cell('postcode') || (retailer?.postcode ?? ''),
    phone: row.cell('phone') || (retailer?.phone ?? ''),
  }
  if (!retailer) {
    requireFields(row, ['name'])
    judgeUnknownNumber(row, { number: accountNumber, known: numbersLike })
  }
  const verdict = retailer ? judgeExisting(row, { planned, retailer, known }) : ('add' as const)
  return { ...planned, ...settle(row, verdict) }
}

type ExistingRetailer = { planned: Omit<PlannedRetailer, keyof PlannedRow>; retailer: KnownRetailer; known: PlanState }

function judgeExisting(row: ReadRow, { planned, retailer, known }: ExistingRetailer) {
  if (known.needs.command.settings.existing === 'leave') {
    row.findings.push({ kind: 'exists' })
    return 'leave' as const
  }
  const isSame =
    (['name', 'line', 'town', 'postcode', 'phone'] as const).every(field => planned[field] === retailer[field]) &&
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

import type { RowProblem } from '../../../shared/contract/integration.ts'
import { type VisitToWrite, visitToWrite } from '../../../shared/contract/trade-rows.ts'
import { findRepsByUsername, type NamedRep, unknownRep } from '../../people/accounts/reps-by-username.query.ts'
import {
  findRetailersByNumber,
  type NumberedRetailer,
  unknownRetailer,
} from '../../people/retailers/retailers-by-number.query.ts'
import type { Tx } from '../../platform/database/tables.ts'
import { nameKey } from '../../platform/names/name-key.ts'
import { type Judgement, type Upserted, type UpsertRows, upsertRows } from '../../platform/rows/upsert-rows.ts'
import { insertSavedVisits, lockVisits, type SavedVisit, updateVisits, visitPlace } from './visits.store.ts'

/** Adds and changes visits by their reference, and those without one by rep, retailer and time. */
export async function upsertVisits(
  tx: Tx,
  rows: readonly unknown[],
  upsert: UpsertRows = upsertRows,
): Promise<Upserted<SavedVisit>> {
  return upsert(tx, rows, {
    name: 'visits',
    shape: visitToWrite,
    key: {
      of: ({ reference, username, accountNumber, at }) =>
        JSON.stringify(reference === undefined ? [nameKey(username ?? ''), accountNumber, at] : [reference]),
      field: 'reference',
      words: 'This visit',
    },
    prepare: prepareVisits,
    insert: insertSavedVisits,
    update: updateVisits,
  })
}

type People = {
  reps: ReadonlyMap<string, NamedRep>
  retailers: ReadonlyMap<string, NumberedRetailer>
}

async function prepareVisits(tx: Tx, given: readonly VisitToWrite[]) {
  const people: People = {
    reps: await findRepsByUsername(
      tx,
      given.map(({ username }) => nameKey(username ?? '')),
    ),
    retailers: await findRetailersByNumber(
      tx,
      given.flatMap(({ accountNumber }) => accountNumber ?? []),
    ),
  }
  const named = given.map(visit => nameVisit(visit, people))
  const known = await lockVisits(tx, {
    references: given.flatMap(({ reference }) => reference ?? []),
    places: named.flatMap(visit => ('place' in visit && visit.reference === null ? (visit.place ?? []) : [])),
  })
  return (visit: VisitToWrite) => judgeVisit(nameVisit(visit, people), known)
}

type NamedVisit = {
  reference: string | null
  rep: NamedRep | undefined
  retailer: NumberedRetailer | undefined
  at: string | undefined
  note: string | undefined
  /** Undefined if the row lacks one of the three. */
  place: { accountId: string; retailerId: string; at: string } | undefined
  accountNumber: string | undefined
}

function nameVisit(visit: VisitToWrite, { reps, retailers }: People): NamedVisit | RowProblem {
  const { reference = null, username, accountNumber, note } = visit
  const at = visit.at === undefined ? undefined : new Date(visit.at).toISOString()
  const rep = username === undefined ? undefined : reps.get(nameKey(username))
  if (username !== undefined && !rep) return unknownRep(username)
  const retailer = accountNumber === undefined ? undefined : retailers.get(accountNumber)
  if (accountNumber !== undefined && !retailer) return unknownRetailer(accountNumber)
  const place = rep && retailer && at !== undefined ? { accountId: rep.id, retailerId: retailer.id, at } : undefined
  return { reference, rep, retailer, at, note, place, accountNumber }
}

function judgeVisit(named: NamedVisit | RowProblem, known: ReadonlyMap<string, SavedVisit>): Judgement<SavedVisit> {
  if ('message' in named) return named
  const { reference, rep, retailer, place } = named
  const before = known.get(reference ?? (place ? visitPlace(place) : ''))
  const after = {
    accountId: rep?.id ?? before?.accountId,
    retailerId: retailer?.id ?? before?.retailerId,
    at: named.at ?? before?.at,
  }
  const { accountId, retailerId, at } = after
  if (accountId === undefined || retailerId === undefined || at === undefined) {
    const field = accountId === undefined ? 'username' : retailerId === undefined ? 'accountNumber' : 'at'
    return { field, message: 'A new visit needs username, accountNumber and at.' }
  }
  const unseen = rep && retailer && whyUnseen(rep, retailer, named.accountNumber ?? '')
  if (unseen) return unseen
  const id = before?.id ?? null
  return { before, after: { id, reference, accountId, retailerId, at, note: named.note ?? before?.note ?? '' } }
}

/** The app shows a rep only visits to open retailers of the rep's own territories. */
function whyUnseen(rep: NamedRep, { isActive, territoryId }: NumberedRetailer, number: string): RowProblem | undefined {
  if (!isActive) return { field: 'accountNumber', message: `The retailer ${number} is closed.` }
  if (territoryId !== null && rep.territoryIds.includes(territoryId)) return undefined
  return { field: 'accountNumber', message: `The retailer ${number} is in no territory of this rep.` }
}

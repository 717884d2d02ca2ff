import type { Db } from '../../platform/database/tables.ts'
import { type CodedProduct, listByBareCodes, listByCodes } from './codes.query.ts'
import { mostQuantity, readQuantity } from './read-quantity.ts'

export type TypedRow = { code: string; quantity: string }

export type RowAnswer =
  | { kind: 'fine'; productId: string; name: string; quantity: number; text: string }
  | { kind: 'wrong'; text: string }
  /** No product has the code, but these have one that a spreadsheet may have shortened. The contact decides. */
  | { kind: 'offered'; text: string; code: string }

export type AnsweredRow = TypedRow & { answer: RowAnswer }

const keyOf = (code: string) => code.normalize('NFKC').trim().toLowerCase()
const bareOf = (key: string) => key.replaceAll(' ', '').replace(/^0+/, '')

/** Answers each row for itself. A code that is exactly right always wins, and one that is only similar is never taken. */
export function createAnswerRows({ db }: { db: Db }) {
  async function findOffers(keys: readonly string[]): Promise<Map<string, CodedProduct[]>> {
    const bare = keys.map(bareOf).filter(key => key !== '')
    return bare.length === 0 ? new Map() : Map.groupBy(await listByBareCodes(db, bare), product => product.bare)
  }

  return async function answerRows(rows: readonly TypedRow[]): Promise<AnsweredRow[]> {
    const keys = [...new Set(rows.map(({ code }) => keyOf(code)).filter(key => key !== ''))]
    const found = keys.length === 0 ? [] : await listByCodes(db, keys)
    // A code counts before a barcode, which comes first here and is overwritten.
    const exact = new Map([
      ...found.flatMap(product => (product.barcode === '' ? [] : [[product.barcode, product] as const])),
      ...found.map(product => [product.key, product] as const),
    ])
    const offers = await findOffers(keys.filter(key => !exact.has(key)))
    const sums = new Map<string, number>()
    return rows.map(row => {
      const key = keyOf(row.code)
      const product = exact.get(key)
      if (product) return { ...row, answer: answerOf(product, row, sums) }
      return { ...row, answer: key === '' ? missingCode : offer(offers.get(bareOf(key)) ?? []) }
    })
  }
}

const missingCode: RowAnswer = { kind: 'wrong', text: 'Enter a code.' }

function offer([first, ...others]: readonly CodedProduct[]): RowAnswer {
  if (!first) return { kind: 'wrong', text: 'No product has this code.' }
  const more = others.length === 0 ? '' : ` ${others.length} more are similar: search for them.`
  const text = `No product has this code. Did you mean ${first.code}, ${first.name}?${more}`
  return { kind: 'offered', text, code: first.code }
}

/** `sums` holds what the rows above want of each product. */
function answerOf({ id, name }: CodedProduct, { quantity: typed }: TypedRow, sums: Map<string, number>): RowAnswer {
  const read = readQuantity(typed)
  if (read.kind === 'refused') return { kind: 'wrong', text: `${name}. ${read.text}` }
  const before = sums.get(id) ?? 0
  const sum = before + read.quantity
  if (sum > mostQuantity) return { kind: 'wrong', text: `${name}. Together with the rows above this is too much.` }
  sums.set(id, sum)
  const text = before === 0 ? name : `${name}. It is in a row above, too: together ${sum}.`
  return { kind: 'fine', productId: id, name, quantity: read.quantity, text }
}

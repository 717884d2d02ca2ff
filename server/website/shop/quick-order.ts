import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { type AnsweredRow, createAnswerRows, type TypedRow } from './answer-rows.ts'
import { type Owner, putInBasket } from './put-in-basket.ts'
import { mostQuantity } from './read-quantity.ts'

export type QuickOrdered = {
  /** How many products are in the basket now that were in these rows. */
  added: number
  /** What is still to be corrected. */
  left: AnsweredRow[]
}

/** Puts the rows that are right into the basket, equal codes together, and gives back the others with their answers. */
export function createQuickOrder({ db, clock }: { db: Db; clock: Clock }) {
  const answerRows = createAnswerRows({ db })

  return async function quickOrder(owner: Owner, rows: readonly TypedRow[]): Promise<QuickOrdered> {
    const answered = await answerRows(rows)
    const sums = new Map<string, number>()
    for (const { answer } of answered)
      if (answer.kind === 'fine') sums.set(answer.productId, (sums.get(answer.productId) ?? 0) + answer.quantity)
    const wanted = [...sums].map(([productId, quantity]) => ({ productId, quantity }))
    if (wanted.length === 0) return { added: 0, left: answered }
    const { put, notSold, tooMany } = await db
      .transaction()
      .execute(tx => putInBasket(tx, { owner, wanted, joining: 'add', now: clock.now() }))
    const out = new Set([...notSold, ...tooMany])
    const left = answered.flatMap(row => {
      if (row.answer.kind !== 'fine') return [row]
      const { productId, name } = row.answer
      return out.has(productId) ? [{ ...row, answer: { kind: 'wrong' as const, text: `${name}. ${tooMuch}` } }] : []
    })
    return { added: put.length, left }
  }
}

const tooMuch = `The basket has no place for it: at most ${mostQuantity.toLocaleString('en-GB')} of a product.`

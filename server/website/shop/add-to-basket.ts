import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/tables.ts'
import { mostLines, type Owner, putInBasket } from './put-in-basket.ts'
import { mostQuantity, readQuantity } from './read-quantity.ts'

export type AddedToBasket =
  | { kind: 'added'; name: string; quantity: number; inBasket: number }
  | { kind: 'refused'; text: string }
  | { kind: 'not-sold' }

type Command = { owner: Owner; productId: string; typed: string }

/** Adds a product to the contact's basket. A quantity that is there already grows. */
export function createAddToBasket({ db, clock }: { db: Db; clock: Clock }) {
  return async function addToBasket({ owner, productId, typed }: Command): Promise<AddedToBasket> {
    const read = readQuantity(typed)
    if (read.kind === 'refused') return read
    const { quantity } = read
    const { put, notSold } = await db
      .transaction()
      .execute(tx => putInBasket(tx, { owner, wanted: [{ productId, quantity }], joining: 'add', now: clock.now() }))
    if (notSold.length > 0) return { kind: 'not-sold' }
    const [line] = put
    return line
      ? { kind: 'added', name: line.name, quantity, inBasket: line.quantity }
      : { kind: 'refused', text: tooMuch }
  }
}

const tooMuch = `That is too much: a basket has at most ${mostLines} products, and at most ${mostQuantity.toLocaleString('en-GB')} of each.`

/** The same as in the rep's app and at the check of an order. */
export const mostQuantity = 100_000

export type ReadQuantity = { kind: 'quantity'; quantity: number } | { kind: 'refused'; text: string }

const refused = (text: string): ReadQuantity => ({ kind: 'refused', text })
const number = new Intl.NumberFormat('en-GB')

/** Reads a typed quantity. Nothing is rounded or guessed: what isn't a whole number in plain digits is refused. */
export function readQuantity(typed: string): ReadQuantity {
  const text = typed.trim()
  if (text === '') return refused('Enter a quantity.')
  if (/^-\d/.test(text)) return refused('Enter a quantity of 1 or more.')
  if (/^\d+[.,]\d+$/.test(text)) return refused('Enter a whole number: a part of a unit can’t be ordered.')
  if (!/^\d+$/.test(text)) return refused('Enter the quantity in plain digits, such as 12.')
  const quantity = Number(text)
  if (quantity === 0) return refused('Enter a quantity of 1 or more.')
  if (quantity > mostQuantity) return refused(`Order at most ${number.format(mostQuantity)} of a product.`)
  return { kind: 'quantity', quantity }
}

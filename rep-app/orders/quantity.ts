/** The contract's largest quantity of a line. */
export const MOST_OF_A_LINE = 100_000

/** Digits alone: `2.5` is no quantity, and `1,000` is one thousand or one, depending on the country. */
export function isQuantity(text: string): boolean {
  const trimmed = text.trim()
  return /^\d{1,6}$/.test(trimmed) && Number(trimmed) >= 1 && Number(trimmed) <= MOST_OF_A_LINE
}

/** Says that the typed text was not used, and which quantity is in the order now. */
export function quantityRefusal(text: string, quantity: number): string {
  const now = quantity === 0 ? 'Nothing was added.' : `The quantity is still ${quantity}.`
  return `${text.trim()} isn't a whole number from 1 to 100000. ${now}`
}

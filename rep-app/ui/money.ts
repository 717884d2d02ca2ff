/** Writes amounts in hundredths of this currency, in the device's locale. To make the format takes longer than to use it. */
export function createMoneyWords(currency: string): (cents: number) => string {
  const format = new Intl.NumberFormat(undefined, { style: 'currency', currency })
  return cents => format.format(cents / 100)
}

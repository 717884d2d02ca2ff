/** An amount in hundredths of this currency, in the device's locale. */
export function moneyWords(cents: number, currency: string): string {
  return new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(cents / 100)
}

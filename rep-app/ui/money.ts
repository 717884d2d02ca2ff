const formats = new Map<string, Intl.NumberFormat>()

/** An amount in hundredths of this currency, in the device's locale. An order has dozens of them, and a format takes long to make. */
export function moneyWords(cents: number, currency: string): string {
  const format = formats.get(currency) ?? new Intl.NumberFormat(undefined, { style: 'currency', currency })
  formats.set(currency, format)
  return format.format(cents / 100)
}

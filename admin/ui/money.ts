/** An amount in hundredths of the currency, with its sign: £4.20. */
export function moneyWords(cents: number, currency: string): string {
  return (cents / 100).toLocaleString('en-GB', { style: 'currency', currency })
}

/** As an administrator types it: 4.20. */
export const amountOf = (cents: number): string => (cents / 100).toFixed(2)

/** NaN for a text that is not an amount, which the contract refuses. */
export const centsOf = (amount: string): number =>
  amount.trim() === '' ? Number.NaN : Math.round(Number(amount.replace(',', '.')) * 100)

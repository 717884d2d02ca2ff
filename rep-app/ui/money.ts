import { repApp } from '../rep-app.ts'

/** An amount in hundredths, in the organisation's currency and the device's locale. */
export function money(cents: number): string {
  const session = repApp.session.get()
  const currency = 'person' in session ? session.person.currency : 'GBP'
  return new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(cents / 100)
}

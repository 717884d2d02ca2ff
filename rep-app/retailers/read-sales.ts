import type { RepApp } from '../app/create-rep-app.ts'

export type MonthSold = { month: string; soldCents: number; orders: number }

/** Twelve months, the one of this day last. A month without a row had no orders. */
export function lastMonths(rows: readonly MonthSold[], today: string): MonthSold[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: 12 }, (_, place) => {
    const name = new Date(Date.UTC(year, month - 12 + place)).toISOString().slice(0, 7)
    return rows.find(row => row.month === name) ?? { month: name, soldCents: 0, orders: 0 }
  })
}

export const sumOf = (rows: readonly MonthSold[], isWanted: (month: string) => boolean): number =>
  rows.reduce((total, { month, soldCents }) => total + (isWanted(month) ? soldCents : 0), 0)

/** What a retailer bought, as the server counted it, and how many orders here it doesn't know. */
export async function readSales({ cache, capture, today }: RepApp, retailerId: string) {
  const rows = await cache.sales.where('retailerId').equals(retailerId).toArray()
  const items = [...(await capture.listWaiting()), ...(await capture.listNeedingAttention())]
  const orders = items.filter(({ type }) => type === 'order')
  const payloads = await Promise.all(orders.map(({ id }) => capture.read<'order'>(id).catch(() => undefined)))
  const unsent = payloads.filter(payload => payload?.retailerId === retailerId).length
  const [year, month] = [today().slice(0, 4), today().slice(0, 7)]
  const lastYear = String(Number(year) - 1)
  return {
    months: lastMonths(rows, today()),
    thisMonthCents: sumOf(rows, name => name === month),
    thisYearCents: sumOf(rows, name => name.startsWith(year)),
    lastYearCents: sumOf(rows, name => name.startsWith(lastYear)),
    unsent,
  }
}

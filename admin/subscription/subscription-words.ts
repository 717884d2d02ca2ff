import type { Subscription } from '../../shared/contract/subscription.ts'
import { typeWords } from '../ui/account-words.ts'
import { moneyWords } from '../ui/money.ts'

type Licence = Subscription['licences'][number]
type Change = Subscription['changes'][number]

export function costWords({ enabled, monthlyPriceCents }: Licence, currency: string): string {
  if (monthlyPriceCents === 0) return 'Not set'
  return `${moneyWords(monthlyPriceCents, currency)} each, ${moneyWords(monthlyPriceCents * enabled, currency)} in all`
}

type Effect = { before: Licence; enabled: number; monthlyPriceCents: number; currency: string }

/** Says what Save will do. */
export function effectWords({ before, enabled, monthlyPriceCents, currency }: Effect): string {
  return `${seatWords(before, enabled)}${billWords({ before, enabled, monthlyPriceCents, currency })}`
}

function seatWords({ used, enabled: before }: Licence, enabled: number): string {
  const free = Math.max(0, enabled - used)
  const then = `${used} ${used === 1 ? 'is' : 'are'} used, so ${free} ${free === 1 ? 'is' : 'are'} free then.`
  if (enabled === before) return `The number stays ${enabled}: ${then}`
  return `${enabled > before ? `${enabled - before} more` : `${before - enabled} fewer`} than now. ${then}`
}

function billWords({ before, enabled, monthlyPriceCents, currency }: Effect): string {
  if (monthlyPriceCents === 0) return ''
  const [was, then] = [before.monthlyPriceCents * before.enabled, monthlyPriceCents * enabled]
  const bill = ` They cost ${moneyWords(then, currency)} a month`
  if (then === was) return `${bill}, as now.`
  return `${bill}: ${moneyWords(Math.abs(then - was), currency)} ${then > was ? 'more' : 'less'} than now.`
}

export function changeWords({ userType, from, to, priceFrom, priceTo }: Change, currency: string): string {
  const seats = from === to ? [] : [`from ${from} to ${to}`]
  const isPrice = priceFrom !== null && priceTo !== null && priceFrom !== priceTo
  const price = isPrice ? [`one costs ${moneyWords(priceTo, currency)}${insteadOf(priceFrom, currency)}`] : []
  return `${typeWords[userType]} ${[...seats, ...price].join(', ') || 'as before'}`
}

const insteadOf = (cents: number, currency: string) => (cents === 0 ? '' : ` instead of ${moneyWords(cents, currency)}`)

import { addDays } from '../../shared/prices/day-in.ts'
import { momentIn } from '../../shared/prices/moment-in.ts'
import type { RepApp } from '../app/create-rep-app.ts'
import { readVisits } from '../app/read-visits.ts'

const days = 7

/** The visits of today and of the six days after it. Days are days of the organisation. */
export async function readSchedule(app: RepApp) {
  const [zone, today] = [app.timeZone(), app.today()]
  const visits = await readVisits(app, { from: momentIn(zone, today), to: momentIn(zone, addDays(today, days)) })
  return { todays: visits.filter(({ day }) => day === today), later: visits.filter(({ day }) => day > today) }
}

/** The rep's own orders of today: those that the server has, and those that wait on this device. */
export async function readTodaysOrders({ cache, capture, timeZone, today, session }: RepApp) {
  const state = session.get()
  const fullName = 'person' in state ? state.person.fullName : undefined
  const start = momentIn(timeZone(), today()).toISOString()
  const kept = await cache.orders.where('capturedAt').aboveOrEqual(start).toArray()
  const own = kept.filter(({ by, kind, status }) => by === fullName && kind === 'order' && status !== 'cancelled')
  const known = new Set(kept.map(({ id }) => id))
  const waiting = [...(await capture.listWaiting()), ...(await capture.listNeedingAttention())]
  const here = waiting.filter(({ id, type, capturedAt }) => type === 'order' && capturedAt >= start && !known.has(id))
  const payloads = await Promise.all(here.map(({ id }) => capture.read<'order'>(id).catch(() => undefined)))
  const unsentCents = payloads
    .flatMap(payload => payload?.lines ?? [])
    .reduce((total, { quantity, priceCents }) => total + quantity * priceCents, 0)
  const sentCents = own.reduce((total, { totalCents }) => total + totalCents, 0)
  return { count: own.length + here.length, cents: sentCents + unsentCents }
}

export const readTarget = async ({ cache, today }: RepApp) => ({
  target: await cache.targets.get({ month: today().slice(0, 7) }),
})

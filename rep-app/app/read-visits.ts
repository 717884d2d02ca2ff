import { dayIn } from '../../shared/prices/day-in.ts'
import { timeIn } from '../../shared/prices/moment-in.ts'
import type { RepApp } from './create-rep-app.ts'

export type ShownVisit = {
  id: string
  retailerId: string
  retailer: string | undefined
  town: string
  /** Day and time in the organisation's time zone. */
  day: string
  time: string
  note: string
  isAhead: boolean
  /** Planned on this device, and not yet answered by the server. */
  isWaiting: boolean
}

type Span = { from: Date; to?: Date; retailerId?: string }

/** The visits of a span by their time, with those that wait on this device. */
export async function readVisits(app: RepApp, { from, to, retailerId }: Span): Promise<ShownVisit[]> {
  const { cache, timeZone, serverNow } = app
  const isWanted = (visit: { at: string; retailerId: string }) =>
    Date.parse(visit.at) >= from.getTime() &&
    (to === undefined || Date.parse(visit.at) < to.getTime()) &&
    (retailerId === undefined || visit.retailerId === retailerId)
  const kept = await cache.visits.where('at').aboveOrEqual(from.toISOString()).toArray()
  const known = new Set(kept.map(({ id }) => id))
  const planned = (await readPlanned(app)).filter(({ id }) => !known.has(id))
  const all = [...kept.map(visit => ({ ...visit, isWaiting: false })), ...planned].filter(isWanted)
  all.sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
  const shops = await cache.retailers.bulkGet(all.map(({ retailerId }) => retailerId))
  return all.map(({ at, ...visit }, place) => {
    const [moment, shop] = [new Date(at), shops[place]]
    return {
      ...visit,
      retailer: shop?.name,
      town: shop?.address.town ?? '',
      day: dayIn(timeZone(), moment),
      time: timeIn(timeZone(), moment),
      isAhead: moment.getTime() > serverNow(),
    }
  })
}

async function readPlanned({ capture }: RepApp) {
  const items = (await capture.listWaiting()).filter(({ type }) => type === 'visit')
  const read = async ({ id }: { id: string }) => {
    const payload = await capture.read<'visit'>(id).catch(() => undefined)
    return payload && { ...payload, id, isWaiting: true }
  }
  return (await Promise.all(items.map(read))).filter(visit => visit !== undefined)
}

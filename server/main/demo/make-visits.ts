import { dayMs, minuteMs } from '../../../shared/time.ts'
import { idOf } from './chance.ts'
import { repNotes, visitNotes } from './field-words.ts'

/** Notes of the last weeks about every fourth retailer. */
export function makeNotes({ retailerIds, accountId, now }: Visited) {
  return retailerIds
    .filter((_id, place) => place % 4 === 1)
    .map((retailerId, place) => ({
      id: idOf(`note ${accountId} ${retailerId}`),
      retailerId,
      accountId,
      capturedAt: new Date(now.getTime() - (2 + place * 3) * dayMs),
      text: repNotes[place % repNotes.length] ?? '',
    }))
}

type Visited = { retailerIds: readonly string[]; accountId: string; now: Date }

const perDay = 6
const days = 7

/** Up to six visits today, from nine o'clock, then up to six on each working day of the next week. */
export function makeVisits({ retailerIds, accountId, now }: Visited) {
  const morning = new Date(now)
  morning.setUTCHours(9, 0, 0, 0)
  const dates = Array.from({ length: days }, (_, place) => new Date(morning.getTime() + place * dayMs))
  const visited = dates.filter((date, place) => place === 0 || ![0, 6].includes(date.getUTCDay()))
  return visited.flatMap((date, day) =>
    retailerIds.slice(day * perDay, (day + 1) * perDay).map((retailerId, place) => ({
      account_id: accountId,
      retailer_id: retailerId,
      at: new Date(date.getTime() + place * 45 * minuteMs),
      note: place % 3 === 0 ? (visitNotes[(day + place) % visitNotes.length] ?? '') : '',
    })),
  )
}

/**
 * A target for the month of a rep who sold this much in the last four weeks: some reps are ahead, some behind. Rounded to
 * 500.00, as a sales manager would.
 */
export function targetFor(soldInFourWeeksCents: number, seller: number): number {
  const share = [0.95, 1.1, 1, 1.2][seller % 4] ?? 1
  return Math.max(1, Math.round((soldInFourWeeksCents * share) / 50_000)) * 50_000
}

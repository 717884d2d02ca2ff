export type Day = { date: string; from: Date; until: Date }

const dayMs = 86_400_000

/** Lists the last days in a time zone, oldest first, including all of today. A day has 23, 24 or 25 hours. */
export function lastDays({ zone, now, count }: { zone: string; now: Date; count: number }): Day[] {
  const today = Date.parse(`${dateIn(zone, now)}T00:00:00Z`)
  const dates = Array.from({ length: count + 1 }, (_, place) => isoDate(today + (place - count + 1) * dayMs))
  const starts = dates.map(date => startOf(date, zone))
  return dates.slice(0, count).map((date, place) => ({
    date,
    from: starts[place] as Date,
    until: starts[place + 1] as Date,
  }))
}

/**
 * The first moment of a day. Midnight may come twice or not at all, so this tries the UTC offsets of the day before and
 * the day after, and takes the earliest moment with that date.
 */
function startOf(date: string, zone: string): Date {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  const moments = [midnight - dayMs, midnight + dayMs]
    .map(near => new Date(midnight - distanceToUtc(zone, new Date(near))))
    .sort((one, other) => one.getTime() - other.getTime())
  const first = moments.find(moment => dateIn(zone, moment) === date)
  if (!first) throw new Error(`There is no ${date} in ${zone}`)
  return first
}

function distanceToUtc(zone: string, moment: Date): number {
  const { year, month, day, hour, minute, second } = partsIn(zone, moment)
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - Math.floor(moment.getTime() / 1000) * 1000
}

function dateIn(zone: string, moment: Date): string {
  const { year, month, day } = partsIn(zone, moment)
  return `${year}-${month}-${day}`
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function partsIn(zone: string, moment: Date): Record<string, string> {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
  clocks.set(zone, clock)
  return Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, value]))
}

const isoDate = (ms: number) => new Date(ms).toISOString().slice(0, 10)

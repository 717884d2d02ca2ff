const formats = new Map<string, Intl.DateTimeFormat>()

/** The clock of a time zone at a moment, as milliseconds that UTC would show. */
function wallClock(timeZone: string, at: number): number {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    formats.set(timeZone, format)
  }
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
  return Date.parse(`${day}T${parts.get('hour')}:${parts.get('minute')}:00Z`)
}

/**
 * The moment at which the clock of a time zone shows this day and time. A time that the clock skips in spring is an hour
 * later, and of a time that it shows twice in autumn, one of the two is chosen.
 *
 * @param day `YYYY-MM-DD`
 * @param time `HH:MM`
 */
export function momentIn(timeZone: string, day: string, time = '00:00'): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  let at = wanted
  // The second step corrects a first guess on the other side of a change of the clock.
  for (let step = 0; step < 2; step++) at += wanted - wallClock(timeZone, at)
  return new Date(at)
}

/** The time of a moment in a time zone, as `HH:MM`. */
export const timeIn = (timeZone: string, at: Date): string =>
  new Date(wallClock(timeZone, at.getTime())).toISOString().slice(11, 16)

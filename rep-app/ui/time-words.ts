const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`

function lengthWords(length: number): string | undefined {
  if (length < MINUTE) return undefined
  if (length < HOUR) return `${Math.floor(length / MINUTE)} min`
  if (length < DAY) return plural(Math.floor(length / HOUR), 'hour')
  return plural(Math.floor(length / DAY), 'day')
}

/** The age of an event in words. It is never negative, even if the clock was set back. */
export function agoWords(at: number, now: number): string {
  const length = lengthWords(now - at)
  return length === undefined ? 'just now' : `${length} ago`
}

/** The time until an event, in words. */
export function inWords(at: number, now: number): string {
  const length = lengthWords(at - now)
  return length === undefined ? 'in a moment' : `in ${length}`
}

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const zone = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' })

export const timeWords = (at: number): string => time.format(at)

/** The device's time zone, for times that are reported to people elsewhere. */
export const zoneWords = (at: number): string =>
  zone.formatToParts(at).find(part => part.type === 'timeZoneName')?.value ?? 'local time'

/** A day, with its year if that isn't the current one. */
export function dayWords(at: number, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return (isThisYear ? day : dayOfYear).format(at)
}

const dateOnly = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A day such as 2026-05-04, which has no time zone. */
export const dateWords = (day: string): string => dateOnly.format(Date.parse(day))

const monthOnly = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })

/** A month such as 2026-05. */
export const monthWords = (month: string): string => monthOnly.format(Date.parse(`${month}-01`))

/** "today at 14:32", "yesterday at 09:00", "Mon 4 May at 08:12". */
export function momentWords(at: number, now: number): string {
  const midnight = (moment: number) => new Date(moment).setHours(0, 0, 0, 0)
  const daysAgo = Math.round((midnight(now) - midnight(at)) / DAY)
  const names: Record<number, string> = { 0: 'today', 1: 'yesterday', [-1]: 'tomorrow' }
  return `${names[daysAgo] ?? dayWords(at, now)} at ${timeWords(at)}`
}

/** The age of an event with its time. */
export function whenWords(at: number, now: number): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString()
  return `${agoWords(at, now)}, ${isToday ? timeWords(at) : momentWords(at, now)}`
}

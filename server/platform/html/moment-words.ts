const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' })

/** A time with its zone, in words: "Tuesday 24 November 2026 at 14:32 UTC". */
export function momentWords(at: Date): string {
  return `${format.format(at).replace(',', '')} UTC`
}

/**
 * A wait in the unit that people use: "30 seconds", "2 minutes", "1 hour", "30 days". Rounded up, so waiting that long
 * is enough.
 */
export function waitWords(seconds: number): string {
  if (seconds < 60) return count(Math.max(1, Math.ceil(seconds)), 'second')
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 60) return count(minutes, 'minute')
  const hours = Math.ceil(minutes / 60)
  return hours < 48 ? count(hours, 'hour') : count(Math.ceil(hours / 24), 'day')
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`
}

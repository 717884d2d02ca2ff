const formats = new Map<string, Intl.DateTimeFormat>()

/** The local date and time as if it were UTC, in milliseconds. */
function localMs(timeZone: string, at: number): number {
  let format = formats.get(timeZone)
  if (!format) {
    const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
    format = new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', ...digits, second: '2-digit' })
    formats.set(timeZone, format)
  }
  const part = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const of = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0
  const whole = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return whole + (at % 1000)
}

/**
 * The moment of a local date and time as ISO 8601. A time with an offset of its own needs no zone. Undefined for a time
 * that the clocks skip in spring; of the hour that comes twice in autumn, it is the first.
 */
export function toMoment(timeZone: string, { day, time }: { day: string; time: string }): string | undefined {
  const hasOffset = /Z$|[+-]\d{2}:?\d{2}$/.test(time)
  const wanted = Date.parse(`${day}T${time}${hasOffset ? '' : 'Z'}`)
  if (Number.isNaN(wanted)) return undefined
  if (hasOffset) return new Date(wanted).toISOString()
  const dayMs = 86_400_000
  // The offset changes at most once within a day.
  const offsets = [wanted - dayMs, wanted + dayMs].map(at => localMs(timeZone, at) - at)
  const moments = offsets.map(offset => wanted - offset).filter(at => localMs(timeZone, at) === wanted)
  return moments.length === 0 ? undefined : new Date(Math.min(...moments)).toISOString()
}

/** The local date and time of a moment; in UTC where the local time comes twice. */
export function fromMoment(timeZone: string, at: string): { day: string; time: string } {
  const iso = new Date(localMs(timeZone, Date.parse(at))).toISOString()
  const local = { day: iso.slice(0, 10), time: shorten(iso.slice(11, 23)) }
  return toMoment(timeZone, local) === at ? local : { day: at.slice(0, 10), time: `${shorten(at.slice(11, 23))}Z` }
}

const shorten = (time: string) => time.replace(/\.000$/, '').replace(/^(\d{2}:\d{2}):00$/, '$1')

/** A duration as people say it: seconds up to two minutes, then minutes, then hours. */
export function durationWords(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 120) return `${minutes} min`
  return `${Math.round(minutes / 60)} h`
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** A day without its year, such as 4 May. */
export const dayWords = (date: string) => dayFormat.format(new Date(`${date}T00:00:00Z`))

/** The end of the scale: the next round number. */
export function topOf(most: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(most, 1)))
  const top = [1, 2, 4, 5, 10].map(step => step * magnitude).find(step => step >= most) ?? most
  return Math.max(top, 4)
}

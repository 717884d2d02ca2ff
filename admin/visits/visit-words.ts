import { addDays } from '../../shared/prices/day-in.ts'

const words = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
  return (day: string) => format.format(new Date(`${day}T00:00:00Z`))
}

/** "Mon 4 May" */
export const dayWords = (day: string) => shortDay(day).replace(',', '')
const shortDay = words({ weekday: 'short', day: 'numeric', month: 'short' })
const longDay = words({ day: 'numeric', month: 'long', year: 'numeric' })
const plainDay = words({ day: 'numeric', month: 'long' })

export const daysOf = (monday: string) => [0, 1, 2, 3, 4, 5, 6].map(place => addDays(monday, place))

/** "4 May to 10 May 2026" */
export const weekWords = (monday: string) => `${plainDay(monday)} to ${longDay(addDays(monday, 6))}`

/** Hours and minutes in 12 or 24 hours, with seconds or without, and with an offset if it is not local time. */
const written = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(\.\d{1,3})?)? ?(?:([ap])\.?m\.?)?(z|[+-]\d{2}:?\d{2})?$/i

/** Reads a time as `HH:MM:SS`, followed by the offset if the cell has one. */
export function readTime(text: string): { time: string } | 'not-a-time' {
  const [, hour = '', minute = '', second = '00', fraction = '', half, offset = ''] = written.exec(text) ?? []
  const isAfternoon = half?.toLowerCase() === 'p'
  const twelve = half === undefined ? 0 : isAfternoon ? 12 : 0
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + twelve
  const isClock = half === undefined ? hours <= 23 : Number(hour) >= 1 && Number(hour) <= 12
  if (minute === '' || !isClock || Number(minute) > 59 || Number(second) > 59) return 'not-a-time'
  return { time: `${String(hours).padStart(2, '0')}:${minute}:${second}${fraction}${offset.toUpperCase()}` }
}

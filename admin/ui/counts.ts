/** The server counts no further. */
export const mostCounted = 10_000

/** How long a list is: "1 user", "3 users". */
export function foundWords(total: number, one: string, many: string): string {
  if (total === 0) return `No ${many} found. Try a shorter search or remove a filter.`
  if (total > mostCounted) return `More than ${mostCounted.toLocaleString('en-GB')} ${many}`
  return `${total.toLocaleString('en-GB')} ${total === 1 ? one : many}`
}

/** Amounts of the API are hundredths of the currency. */
const centsInOne = 100

/** An amount as a field shows it: without cents that are zero. */
export const textOf = (cents: number | null): string =>
  cents === null ? '' : cents % centsInOne === 0 ? String(cents / centsInOne) : (cents / centsInOne).toFixed(2)

/**
 * Reads an amount as people type or paste it: "12,000", "£12 000.50", "12.000,50". A separator before exactly three
 * digits separates thousands. Null for an empty field, undefined for a text that is no amount.
 */
export function readAmount(text: string): number | null | undefined {
  const plain = text.replace(/[\s\u00a0\u202f'’]|[A-Z]{3}|\p{Sc}/gu, '')
  if (plain === '') return null
  const whole = plain.replace(/[.,](?=\d{3}(\D|$))/g, '')
  const match = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(whole)
  if (!match) return undefined
  const cents = Number(match[1]) * centsInOne + Number((match[2] ?? '').padEnd(2, '0'))
  return cents <= 1_000_000_000_000 ? cents : undefined
}

export type Cell = { repId: string; month: string }

export const cellKey = ({ repId, month }: Cell) => `${repId} ${month}`

type Pasted = { text: string; at: Cell; repIds: readonly string[]; months: readonly string[] }

/** Spreads what a spreadsheet copied over the cells from this one on, to the right and down. The rest is left out. */
export function spreadPasted({ text, at, repIds, months }: Pasted): Map<string, string> {
  const [top, left] = [repIds.indexOf(at.repId), months.indexOf(at.month)]
  const rows = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
  const cells = rows.flatMap((row, down) =>
    row.split('\t').flatMap((typed, right): [string, string][] => {
      const [repId, month] = [repIds[top + down], months[left + right]]
      return repId === undefined || month === undefined ? [] : [[cellKey({ repId, month }), typed.trim()]]
    }),
  )
  return new Map(cells)
}

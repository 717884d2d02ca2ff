/** Nearest-rank percentile; `share` from 0 to 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]) => percentile(values, 0.5)

export type Figure = { name: string; value: string; aim: string; isReached: boolean }

/** How often the even time hid nothing, because the work took longer. */
export function outranFigure({ countOutran }: { countOutran(): number }, requests: number): Figure {
  return {
    name: 'answers later than their even time',
    value: `${countOutran()} of ${requests}`,
    aim: '-',
    isReached: true,
  }
}

export function printFigures(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`)
  const widths = [
    Math.max(...figures.map(({ name }) => name.length)),
    Math.max(...figures.map(({ value }) => value.length)),
  ]
  for (const { name, value, aim, isReached } of figures) {
    const mark = isReached ? 'reached' : 'MISSED'
    console.log(`  ${name.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}  aim ${aim}  ${mark}`)
  }
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`.padStart(9)
}

export function printRow(title: string, value: string, target?: { limit: string; isMet: boolean }): void {
  const verdict = target ? `  at most ${target.limit.padEnd(7)} ${target.isMet ? 'met' : 'MISSED'}` : ''
  console.log(`  ${title.padEnd(52)}${value.padStart(20)}${verdict}`)
}

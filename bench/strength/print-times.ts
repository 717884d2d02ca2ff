import { createChance } from '../../tools/strength/samples/seeded.ts'
import { HOSTILE_PASSWORDS } from './hostile-passwords.ts'
import { PASSWORD_CLASSES, STRANGER } from './password-classes.ts'
import { printRow } from './print-row.ts'
import type { Shipped } from './rules-compared.ts'

const SAMPLES_A_CLASS = 1_000
const MOST_USUAL = 10
const MOST_EVER = 100

function timeOf(act: () => void): number {
  const start = performance.now()
  act()
  return performance.now() - start
}

const milliseconds = (time: number) => `${time.toFixed(2)} ms`

export function printTimes({ estimate }: Shipped): void {
  console.log('\nTime of one estimate, with the words of its context')
  const chance = createChance(5)
  const samples = PASSWORD_CLASSES.flatMap(({ make }) =>
    Array.from({ length: SAMPLES_A_CLASS }, () => make(chance, 'report')),
  )
  const times = samples.map(({ password, context }) => timeOf(() => estimate(password, { ...context })))
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] as number
  printRow('median', milliseconds(at(0.5)))
  printRow('99th percentile', milliseconds(at(0.99)), { limit: '10 ms', isMet: at(0.99) <= MOST_USUAL })
  const worst = Math.max(...HOSTILE_PASSWORDS.map(password => timeOf(() => estimate(password, { ...STRANGER }))))
  const limit = { limit: '100 ms', isMet: worst <= MOST_EVER }
  printRow(`worst of ${HOSTILE_PASSWORDS.length} hostile inputs, to 100,000 characters`, milliseconds(worst), limit)
}

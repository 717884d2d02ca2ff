import { createChance } from '../../tools/strength/samples/seeded.ts'
import type { PasswordClass, Sample } from './password-classes.ts'
import { percent, printRow } from './print-row.ts'
import type { Apart, Shipped } from './rules-compared.ts'

const SAMPLES = 5_000
const SEED = 97

function makeSamples({ make }: PasswordClass): Sample[] {
  const chance = createChance(SEED)
  return Array.from({ length: SAMPLES }, () => make(chance, 'report'))
}

/** The half of people and words that was not used for tuning. */
export function printClasses(
  classes: readonly PasswordClass[],
  { shipped, apart }: { shipped: Shipped; apart: Apart },
) {
  console.log(`\nOther classes, ${SAMPLES} passwords each: as shipped; without our lists of the words in them`)
  for (const one of classes) {
    const samples = makeSamples(one)
    const isWrong =
      ({ accepts }: Apart) =>
      ({ password, context }: Sample) =>
        accepts(password, context) === (one.wrongIs === 'accepted')
    const share = samples.filter(isWrong(shipped)).length / SAMPLES
    const untaught = samples.filter(isWrong(apart)).length / SAMPLES
    const value = `${percent(share)} ${percent(untaught)}`
    printRow(`${one.title}: ${one.wrongIs}`, value, {
      limit: `${one.mostPercent} %`,
      isMet: share * 100 <= one.mostPercent,
    })
  }
}

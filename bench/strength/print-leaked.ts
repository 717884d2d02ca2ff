import type { StrengthContext } from '../../shared/strength/estimate.ts'
import { readLeakedPasswords } from '../../tools/strength/leaked-passwords.ts'
import { percent, printRow } from './print-row.ts'
import { type Apart, isUnseen, type Shipped } from './rules-compared.ts'
import { correlateWeighted } from './weighted-correlation.ts'

const MOST = 0.05
const SHORTEST = 8
const RANKS = [10_000, 100_000, 300_000, 1_000_000]
const EVERY = 5

const NOBODY: StrengthContext = { names: [], emails: [], companyWords: [], productWords: [], minimumLength: SHORTEST }

export function printLeaked({ shipped, apart }: { shipped: Shipped; apart: Apart }): void {
  const leaked = readLeakedPasswords().filter(({ text }) => [...text].length >= SHORTEST)
  console.log('\nLeaked passwords of 8 and more characters: accepted')
  for (const most of RANKS) {
    const texts = leaked.filter(({ text, rank }) => rank <= most && isUnseen(text)).map(({ text }) => text)
    const whole = texts.filter(text => shipped.accepts(text, NOBODY)).length / texts.length
    const alone = texts.filter(text => apart.accepts(text, NOBODY)).length / texts.length
    printRow(`the ${most} most used: rule as shipped`, percent(whole), { limit: '5 %', isMet: whole <= MOST })
    printRow('    estimator alone, taught on others', percent(alone))
  }
  const sample = leaked.filter((_, index) => index % EVERY === 0)
  const pairs = sample.map(({ text, rank }) => ({
    left: rank,
    right: shipped.estimate(text, NOBODY).log10Guesses,
    weight: 1 / rank,
  }))
  printRow('rank correlation with use, weighted (Spearman)', correlateWeighted(pairs).toFixed(2))
}

/** Weighted Spearman correlation, as Golla and Dürmuth (CCS 2018) compare strength meters. */

import { ranksOf } from '../ranks.ts'

export type Pair = { left: number; right: number; weight: number }

export function correlateWeighted(pairs: readonly Pair[]): number {
  const lefts = ranksOf(pairs.map(({ left }) => left))
  const rights = ranksOf(pairs.map(({ right }) => right))
  const sumOver = (term: (index: number, weight: number) => number) =>
    pairs.reduce((sum, { weight }, index) => sum + term(index, weight), 0)
  const all = sumOver((_, weight) => weight)
  const meanLeft = sumOver((index, weight) => weight * (lefts[index] as number)) / all
  const meanRight = sumOver((index, weight) => weight * (rights[index] as number)) / all
  const fromLeft = (index: number) => (lefts[index] as number) - meanLeft
  const fromRight = (index: number) => (rights[index] as number) - meanRight
  const together = sumOver((index, weight) => weight * fromLeft(index) * fromRight(index))
  const left = sumOver((index, weight) => weight * fromLeft(index) ** 2)
  const right = sumOver((index, weight) => weight * fromRight(index) ** 2)
  return together / Math.sqrt(left * right)
}

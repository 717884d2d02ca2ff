/** Weighted Spearman correlation, as Golla and Dürmuth (CCS 2018) compare strength meters. */

export type Pair = { left: number; right: number; weight: number }

function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] as number) - (values[b] as number))
  const ranks = new Array<number>(values.length)
  for (let start = 0; start < order.length; ) {
    let end = start
    while (end + 1 < order.length && values[order[end + 1] as number] === values[order[start] as number]) end++
    for (let place = start; place <= end; place++) ranks[order[place] as number] = (start + end) / 2
    start = end + 1
  }
  return ranks
}

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

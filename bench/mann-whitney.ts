import { ranksOf } from './ranks.ts'

/**
 * The probability that two samples from one source differ at least this much (Mann-Whitney U, two-sided, normal
 * approximation, which holds from about twenty values a side).
 */
export function likelihoodOfSame(left: readonly number[], right: readonly number[]): number {
  const ranks = ranksOf([...left, ...right])
  const sumOfLeft = ranks.slice(0, left.length).reduce((sum, rank) => sum + rank + 1, 0)
  const u = sumOfLeft - (left.length * (left.length + 1)) / 2
  const mean = (left.length * right.length) / 2
  const deviation = Math.sqrt((left.length * right.length * (left.length + right.length + 1)) / 12)
  return 2 * (1 - normal(Math.abs(u - mean) / deviation))
}

/**
 * How often a value of the right sample is larger than one of the left: the area under the ROC curve of an observer who
 * guesses by this value alone. One half means that the value reveals nothing.
 */
export function areaUnderCurve(left: readonly number[], right: readonly number[]): number {
  const ranks = ranksOf([...left, ...right])
  const sumOfRight = ranks.slice(left.length).reduce((sum, rank) => sum + rank + 1, 0)
  return (sumOfRight - (right.length * (right.length + 1)) / 2) / (left.length * right.length)
}

/** The normal distribution by Abramowitz and Stegun 26.2.17, accurate to seven places. */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429]
  const tail = series.reduceRight((sum, factor) => t * (factor + sum), 0)
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail
}

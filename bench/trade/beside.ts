import { type Figure, percentile } from '../figures.ts'

export type Beside = {
  name: string
  ours: () => Promise<unknown>
  bare: () => Promise<unknown>
  most?: number
  times?: number
}

const warmUp = 3
const usualTimes = 25

/** The 95th percentile of a request beside a bare statement, one after the other. */
export async function beside({ name, ours, bare, most, times = usualTimes }: Beside): Promise<Figure[]> {
  const taken: { ours: number; bare: number }[] = []
  for (let time = 0; time < warmUp + times; time++) {
    const pair = { ours: await clock(ours), bare: await clock(bare) }
    if (time >= warmUp) taken.push(pair)
  }
  const late = percentile(
    taken.map(one => one.ours),
    0.95,
  )
  const bareLate = percentile(
    taken.map(one => one.bare),
    0.95,
  )
  const value = `${late.toFixed(1)} ms, bare ${bareLate.toFixed(1)} ms, ratio ${(late / bareLate).toFixed(1)}`
  return [{ name, value, aim: most ? `at most ${most} ms` : '-', isReached: most === undefined || late <= most }]
}

export async function clock(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

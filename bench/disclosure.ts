import { createBrowser } from './browser.ts'
import { median, outranFigure, printFigures } from './figures.ts'
import { type BenchGround, startBenchGround } from './ground.ts'
import { likelihoodOfSame } from './mann-whitney.ts'

const people = 200
const warmUp = 20

type Times = { known: number[]; unknown: number[] }

/**
 * Measures whether the time of an answer distinguishes a known username from an unknown one (ASVS 6.3.8). Equal numbers
 * of both alternate, each asked about once and from an address of its own.
 */
export async function benchDisclosure(): Promise<void> {
  const ground = await startBenchGround({ count: people + warmUp, env: { USERNAME_DISCLOSURE: 'never' } })
  try {
    const signIn = { path: '/sign-in', more: { password: 'not-the-password-21' }, status: 401, network: 5 }
    const reset = { path: '/reset', more: {}, status: 303, network: 6 }
    printFigures('Known and unknown usernames', [
      ...figures('wrong password', await ask(ground, signIn)),
      ...figures('request of a reset', await ask(ground, reset)),
      outranFigure(ground, 2 * ground.people.length),
    ])
  } finally {
    await ground.stop()
  }
}

type Question = { path: string; more: Record<string, string>; status: number; network: number }

async function ask({ url, people: known }: BenchGround, question: Question): Promise<Times> {
  const times: Times = { known: [], unknown: [] }
  for (const [index, username] of known.entries()) {
    const browser = createBrowser(url, `10.${question.network}.0.${index}`)
    await browser.get('/healthz')
    // The first of the pair need not wait, so the two alternate in going first.
    const pair = [
      { into: times.known, username },
      { into: times.unknown, username: `nobody${index}@bench.example` },
    ]
    for (const { into, username: asked } of index % 2 === 0 ? pair : pair.toReversed()) {
      const start = performance.now()
      const { status } = await browser.post(question.path, { username: asked, ...question.more })
      if (status !== question.status) throw new Error(`${question.path} was answered with ${status}`)
      if (index >= warmUp) into.push(performance.now() - start)
    }
    browser.close()
  }
  return times
}

function figures(name: string, { known, unknown }: Times) {
  const apart = Math.abs(median(known) - median(unknown))
  const likelihood = likelihoodOfSame(known, unknown)
  return [
    {
      name: `${name}, medians apart`,
      value: `${apart.toFixed(2)} ms`,
      aim: 'at most 5 ms',
      isReached: apart <= 5,
    },
    {
      name: `${name}, likelihood of one source`,
      value: likelihood.toFixed(3),
      aim: 'above 0.01',
      isReached: likelihood > 0.01,
    },
  ]
}

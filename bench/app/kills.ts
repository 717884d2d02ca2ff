import { randomInt } from 'node:crypto'
import { killAgainAndAgain } from '../../tests/support/browsers/hard-kills.ts'
import type { Figure } from '../figures.ts'
import type { Place } from './place.ts'

const rounds = 20

/** Kills the browser at random moments while it saves, sends and downloads, and loses half of all answers. */
export async function benchKills({ ground, rep }: Place): Promise<Figure[]> {
  const seed = randomInt(1_000_000)
  const report = await killAgainAndAgain({ url: ground.url, pool: ground.pool, rep }, { rounds, seed })
  const none = (name: string, { length }: readonly string[]) => ({
    name,
    value: String(length),
    aim: '0',
    isReached: length === 0,
  })
  const { saved, lost, doubled, strange } = report
  const taken = { name: `orders called saved, ${rounds} kills, seed ${seed}`, value: String(saved.length) }
  return [
    { ...taken, aim: `at least ${rounds}`, isReached: saved.length >= rounds },
    none('of these lost', lost),
    none('of these doubled', doubled),
    none('arrived, and never taken', strange),
  ]
}

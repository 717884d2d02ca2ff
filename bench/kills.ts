import { randomInt } from 'node:crypto'
import { type KillReport, killAgainAndAgain } from '../tests/support/browsers/hard-kills.ts'
import { startPlace } from './app/place.ts'
import { type Figure, printFigures } from './figures.ts'

/** Kills the browser at random moments while a rep saves in two tabs, sends and downloads, and half of all responses are lost. */
export async function benchKills([rounds = 24, seed = randomInt(1_000_000)]: readonly number[]): Promise<void> {
  const place = await startPlace()
  try {
    const { ground, rep } = place
    const report = await killAgainAndAgain({ url: ground.url, pool: ground.pool, rep }, { rounds, seed })
    printFigures(`The app killed ${rounds} times, seed ${seed}`, figuresOf(report))
  } finally {
    await place.stop()
  }
}

function figuresOf(report: KillReport): Figure[] {
  const { kills, insideSave, insideSaveDrafts, insideSaveSent, insideForm, saved, drafts } = report
  const most = Math.floor(kills / 3)
  const counted = (name: string, count: number) => ({ name, value: String(count), aim: '-', isReached: true })
  const none = (name: string, found: readonly string[]) => {
    const value = [found.length, ...found.slice(0, 5)].join(' ')
    return { name, value, aim: '0', isReached: found.length === 0 }
  }
  return [
    {
      ...counted('kills between the tap on Save and "Saved"', insideSave),
      aim: `at least ${most}`,
      isReached: insideSave >= most,
    },
    counted('of these orders sent later', insideSaveSent),
    counted('of these orders found as drafts', insideSaveDrafts),
    counted('kills while an order was being written', insideForm),
    counted('orders called saved', saved.length),
    none('of these lost', report.lost),
    none('doubled', report.doubled),
    none('arrived with other content, or never taken', report.strange),
    counted('drafts found at the end', drafts.length),
    none('kept and neither sent nor found as a draft', report.lostDrafts),
  ]
}

import type { Characters } from '../characters.ts'
import type { Report } from './segment.ts'

const SHORTEST = 4
const LONGEST = 48
const START = 1.6
const TURN = 0.8
const SHIFTED = 0.3

const LAYOUTS: string[][] = [
  ['1234567890-=', 'qwertyuiop[]', "asdfghjkl;'", 'zxcvbnm,./'],
  ['1234567890ß', 'qwertzuiopü+', 'asdfghjklöä#', 'yxcvbnm,.-'],
  ['&é"\'(-è_çà)=', 'azertyuiop^$', 'qsdfghjklmù*', 'wxcvbn,;:!'],
  ['1234567890-=', 'йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю.'],
]
const SHIFTED_DIGITS = '!@#$%^&*()'

/** Maps a key to its neighbours with the direction: 0 is right or left, 1 and more is up or down. */
type Neighbours = ReadonlyMap<string, ReadonlyMap<string, number>>

const STEPS = [
  { down: 0, right: 1 },
  { down: 0, right: -1 },
  { down: 1, right: 0 },
  { down: -1, right: 0 },
  { down: 1, right: -1 },
  { down: -1, right: 1 },
]
const STEPS_IN_ROW = 2

function withShifted(rows: readonly string[], row: number, column: number): string[] {
  const key = [...(rows[row] ?? '')][column]
  if (key === undefined) return []
  const shifted = row === 0 && rows === LAYOUTS[0] ? SHIFTED_DIGITS[column] : undefined
  return shifted ? [key, shifted] : [key]
}

function neighboursOf(rows: readonly string[]): Neighbours {
  const neighbours = new Map<string, Map<string, number>>()
  for (const [row, keys] of rows.entries()) {
    for (let column = 0; column < keys.length; column++) {
      const reached = new Map<string, number>()
      STEPS.forEach(({ down, right }, step) => {
        for (const key of withShifted(rows, row + down, column + right)) reached.set(key, step)
      })
      for (const key of withShifted(rows, row, column)) neighbours.set(key, reached)
    }
  }
  return neighbours
}

const KEYBOARDS = LAYOUTS.map(neighboursOf)

/** Reports walks over neighbouring keys (qwer, 1qaz, poiu). Each turn adds to the cost. */
export function findKeyboardWalks(characters: Characters, report: Report): void {
  for (const keyboard of KEYBOARDS) {
    for (let start = 0; start + SHORTEST <= characters.length; start++) walkFrom(characters, keyboard, start, report)
  }
}

function walkFrom(characters: Characters, keyboard: Neighbours, start: number, report: Report): void {
  const { lower, isUpper, kinds, length } = characters
  const shifted = isUpper[start] || kinds[start] === 'symbol' ? SHIFTED : 0
  let direction: number | undefined
  let cost = START + shifted
  const last = Math.min(length, start + LONGEST)
  for (let at = start + 1; at < last; at++) {
    const step = keyboard.get(lower[at - 1] as string)?.get(lower[at] as string)
    if (step === undefined) return
    if (direction !== undefined && step !== direction) cost += TURN
    direction = step
    const steps = at + 1 - start
    if (steps >= SHORTEST) report('keyboard', start, at + 1, cost + Math.log10(steps))
  }
}

/** True if two keys are neighbours in one row of a keyboard. */
export function areRowNeighbours(left: string, right: string): boolean {
  return KEYBOARDS.some(keyboard => (keyboard.get(left)?.get(right) ?? STEPS_IN_ROW) < STEPS_IN_ROW)
}

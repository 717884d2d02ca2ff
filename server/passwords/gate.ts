/** Lets a number of people through at once, first come, first served. */
export type Gate = {
  pass<T>(work: () => Promise<T>): Promise<T>
  /** How many stand before it. */
  waiting(): number
}

export function createGate(places: number): Gate {
  const queue: (() => void)[] = []
  let free = places

  const enter = () => {
    if (free === 0) return new Promise<void>(resolve => queue.push(resolve))
    free -= 1
    return undefined
  }
  /** Whoever leaves hands the place on: nobody who comes just then can take it first. */
  const leave = () => {
    const next = queue.shift()
    if (next) next()
    else free += 1
  }

  return {
    pass: async work => {
      await enter()
      try {
        return await work()
      } finally {
        leave()
      }
    },
    waiting: () => queue.length,
  }
}

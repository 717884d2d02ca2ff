import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { networksAround } from './networks-around.ts'

/** The caller that requests a place. */
export type Guest = {
  /** The network that the request comes from. Undefined if the server itself is the caller. */
  network?: string | undefined
  /** The person who has shown a known device, a link of ours or a session. The guest may use the reserved places. */
  reservedFor?: string | undefined
}

export type Busy = { kind: 'busy'; retryAfterSeconds: number }

export type Gate = {
  /** Runs the work when its turn comes. Answers `busy` immediately if no waiting place is left for the guest. */
  pass<T>(guest: Guest, work: () => Promise<T>): Promise<T | Busy>
}

export type GateSize = {
  /** How many pieces of work run concurrently. */
  turns: number
  /** How many strangers may wait. */
  waiting: number
  /** How many known guests may wait, in addition to the strangers. */
  reserved: number
  /** How many of the reserved places one person may hold. */
  reservedPerPerson: number
  /** How many strangers' places one network may hold, and the /56 and the /48 around it. */
  perNetwork: readonly number[]
  /** How often a network, and the /56 and the /48 around it, may be refused a place within a minute. */
  refusedPerNetwork: readonly number[]
  retryAfterSeconds: number
}

const refusalSeconds = 60
/** This many known guests pass before a stranger does: the reserved lane has priority and cannot starve the other. */
const reservedInARow = 3

/**
 * Creates a queue with two lanes. Strangers can fill theirs and delay each other, while the places of known people stay
 * free. A network that keeps retrying a full queue is shut out for a minute. Otherwise it would get each freed place.
 * The state belongs to this process, like the cores and the connections that it guards.
 */
export function createGate(size: GateSize): Gate {
  const held = createTally()
  const refusals = size.refusedPerNetwork.map(points => new RateLimiterMemory({ points, duration: refusalSeconds }))
  const lanes: Record<'reserved' | 'open', (() => void)[]> = { reserved: [], open: [] }
  let free = size.turns
  let inARow = 0

  const next = () => {
    const isReservedNext = lanes.reserved.length > 0 && (inARow < reservedInARow || lanes.open.length === 0)
    inARow = isReservedNext ? inARow + 1 : 0
    return (isReservedNext ? lanes.reserved : lanes.open).shift()
  }
  /** The guest who leaves passes the turn on, so a new guest can't take it first. */
  const leave = () => {
    const start = next()
    if (start) start()
    else free += 1
  }
  const enter = (lane: 'reserved' | 'open') => {
    if (free === 0) return new Promise<void>(resolve => lanes[lane].push(resolve))
    free -= 1
    return undefined
  }
  const hasPlace = (lane: 'reserved' | 'open') =>
    free > 0 || lanes[lane].length < (lane === 'reserved' ? size.reserved : size.waiting)

  // A place is checked and taken without an await in between. Otherwise two guests could get the last one.
  const take = (lane: 'reserved' | 'open', keys: readonly string[]): Place => {
    held.add(keys)
    return { kind: 'place', keys, turn: enter(lane) }
  }

  function findReserved({ reservedFor }: Guest): Place | undefined {
    const person = `person ${reservedFor}`
    const isFree = reservedFor !== undefined && held.count(person) < size.reservedPerPerson && hasPlace('reserved')
    return isFree ? take('reserved', [person]) : undefined
  }

  async function findOpen(networks: readonly string[]): Promise<Place | Busy> {
    const outside = await secondsOutside(refusals, networks)
    if (outside > 0) return { kind: 'busy', retryAfterSeconds: outside }
    const isWithinShare = networks.every((network, rung) => held.count(network) < (size.perNetwork[rung] ?? 0))
    if (isWithinShare && hasPlace('open')) return take('open', networks)
    await chargeRefusal(refusals, networks)
    return { kind: 'busy', retryAfterSeconds: size.retryAfterSeconds }
  }

  return {
    pass: async (guest, work) => {
      const networks = guest.network === undefined ? [] : networksAround(guest.network)
      const place = findReserved(guest) ?? (await findOpen(networks))
      if (place.kind === 'busy') return place
      try {
        await place.turn
        return await runAndLeave(work, leave)
      } finally {
        held.remove(place.keys)
      }
    },
  }
}

type Place = { kind: 'place'; keys: readonly string[]; turn: Promise<void> | undefined }

async function runAndLeave<T>(work: () => Promise<T>, leave: () => void): Promise<T> {
  try {
    return await work()
  } finally {
    leave()
  }
}

/** How long a network that was refused too often is shut out. 0 if it is not. */
async function secondsOutside(refusals: readonly RateLimiterMemory[], networks: readonly string[]): Promise<number> {
  const counts = await Promise.all(networks.map((network, rung) => refusals[rung]?.get(network)))
  const waits = counts.map(count => (count && count.remainingPoints === 0 ? count.msBeforeNext / 1000 : 0))
  return Math.ceil(Math.max(0, ...waits))
}

async function chargeRefusal(refusals: readonly RateLimiterMemory[], networks: readonly string[]): Promise<void> {
  const charged = networks.map((network, rung) => refusals[rung]?.consume(network))
  for (const result of await Promise.allSettled(charged)) {
    if (result.status === 'rejected' && !(result.reason instanceof RateLimiterRes)) throw result.reason
  }
}

/** Counts the places of each key. A key without places takes no memory. */
function createTally() {
  const counts = new Map<string, number>()
  const count = (key: string) => counts.get(key) ?? 0
  return {
    count,
    add: (keys: readonly string[]) => {
      for (const key of keys) counts.set(key, count(key) + 1)
    },
    remove: (keys: readonly string[]) => {
      for (const key of keys) {
        const left = count(key) - 1
        if (left > 0) counts.set(key, left)
        else counts.delete(key)
      }
    },
  }
}

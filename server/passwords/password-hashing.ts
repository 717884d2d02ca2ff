import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { normalise } from '../../shared/strength/code-points.ts'

export type HashParameters = { memoryKiB: number; passes: number; lanes: number }

/** OWASP's minimum for Argon2id, and one of ASVS appendix C's choices. */
export const hashParameters: HashParameters = { memoryKiB: 19456, passes: 2, lanes: 1 }

export type Verified = {
  isCorrect: boolean
  /** The hash was made with other parameters than today's. */
  isOutdated: boolean
}

export type Hasher = {
  hash(password: string): Promise<string>
  /** Without a hash (nobody has that username) a decoy is verified, so that both take the same time. */
  verify(passwordHash: string | null, password: string): Promise<Verified>
}

export type PasswordHashing = {
  /**
   * Runs work that hashes when its turn comes. What such work reads first, it reads then: so no more guesses than turns
   * can pass a limit at once. Answers `busy` at once where too many wait.
   */
  inTurn<T>(work: (hasher: Hasher) => Promise<T>): Promise<T | Busy>
}

export type Busy = { kind: 'busy' }

export function createPasswordHashing(options: {
  parameters?: HashParameters
  turns?: number
  waiting: number
}): PasswordHashing {
  // One more than there are cores: while one turn speaks with the database, all cores hash.
  const { parameters = hashParameters, turns = availableParallelism() + 1, waiting } = options
  const hasher = createHasher(parameters)
  const queue: (() => void)[] = []
  let free = turns

  const takeTurn = () => {
    if (free > 0) {
      free -= 1
      return Promise.resolve()
    }
    return new Promise<void>(resolve => queue.push(resolve))
  }
  const passOn = () => {
    const next = queue.shift()
    if (next) next()
    else free += 1
  }

  return {
    inTurn: async work => {
      if (queue.length >= waiting) return { kind: 'busy' }
      await takeTurn()
      try {
        return await work(hasher)
      } finally {
        passOn()
      }
    },
  }
}

function createHasher({ memoryKiB, passes, lanes }: HashParameters): Hasher {
  // Argon2id is the package's default; its enum of algorithms exists at compile time only.
  const options = { memoryCost: memoryKiB, timeCost: passes, parallelism: lanes }
  const make = (password: string) => hash(normalise(password), options)
  const start = `$argon2id$v=19$m=${memoryKiB},t=${passes},p=${lanes}$`
  let decoy: Promise<string> | undefined
  return {
    hash: make,
    verify: async (passwordHash, password) => {
      decoy ??= make('')
      const isCorrect = await verify(passwordHash ?? (await decoy), normalise(password))
      return {
        isCorrect: isCorrect && passwordHash !== null,
        isOutdated: passwordHash !== null && !passwordHash.startsWith(start),
      }
    },
  }
}

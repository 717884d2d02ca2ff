import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { normalise } from '../../../shared/strength/code-points.ts'
import { type Busy, createGate, type GateSize, type Guest } from '../limits/gate.ts'
import { importedPrefix, verifyImported } from './imported/verify-imported.ts'

export type HashParameters = { memoryKiB: number; passes: number; lanes: number }

/** OWASP's minimum for Argon2id, and one of ASVS appendix C's choices. */
export const hashParameters: HashParameters = { memoryKiB: 19456, passes: 2, lanes: 1 }

export type VerifiedPassword = {
  isCorrect: boolean
  /** The hash was made with parameters other than today's, or by another system. */
  isOutdated: boolean
}

export type Hasher = {
  hash(password: string): Promise<string>
  /** Without a hash (an unknown username) a decoy is verified, so both cases take the same time. */
  verify(passwordHash: string | null, password: string): Promise<VerifiedPassword>
}

export type PasswordHashing = {
  /**
   * Runs hashing work when its turn comes. The work reads its limits within its turn, so the number of turns bounds the
   * concurrent guesses that pass a limit. Answers `busy` immediately if no place is left
   * (server/platform/limits/gate.ts).
   */
  inTurn<T>(guest: Guest, work: (hasher: Hasher) => Promise<T>): Promise<T | Busy>
}

export type HashingSize = Omit<GateSize, 'turns'>

export function createPasswordHashing(options: {
  parameters?: HashParameters | undefined
  cores?: number
  size: HashingSize
}): PasswordHashing {
  const { parameters = hashParameters, cores = availableParallelism(), size } = options
  const hasher = createHasher(parameters)
  // Twice as many turns as cores: while some wait for the database, others hash. No other queue is in front of the
  // threads, so a finished thread takes the next hash without waiting for the main thread.
  const turns = createGate({ ...size, turns: cores * 2 })
  return { inTurn: (guest, work) => turns.pass(guest, () => work(hasher)) }
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
      if (passwordHash?.startsWith(importedPrefix)) {
        const isCorrect = await verifyImported(passwordHash.slice(importedPrefix.length), password)
        return { isCorrect, isOutdated: true }
      }
      decoy ??= make('')
      const compared = passwordHash ?? (await decoy)
      const isCorrect = await verify(compared, normalise(password))
      return {
        isCorrect: isCorrect && passwordHash !== null,
        isOutdated: passwordHash !== null && !passwordHash.startsWith(start),
      }
    },
  }
}

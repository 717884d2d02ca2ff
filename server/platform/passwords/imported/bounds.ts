/**
 * How costly an imported hash may be. Each bound is above what the tools use by default, and one check stays within the
 * half second to which sign-ins are evened out (even-answers.ts). An import must not slow the server down for everyone.
 */
const bounds = {
  argon2: { memoryKiB: 65_536, memoryTimesPasses: 65_536 * 4, lanes: 16 },
  bcrypt: { cost: 12 },
  scrypt: { memoryKiB: 65_536, blocks: 2 ** 20 },
  pbkdf2: { iterations: 1_200_000 },
} as const

type Argon2Cost = { memory: number; passes: number; lanes: number }
type ScryptCost = { N: number; r: number; p: number }

export const cheapEnough = {
  argon2: ({ memory, passes, lanes }: Argon2Cost) =>
    memory >= 8 &&
    memory <= bounds.argon2.memoryKiB &&
    passes >= 1 &&
    memory * passes <= bounds.argon2.memoryTimesPasses &&
    lanes >= 1 &&
    lanes <= bounds.argon2.lanes,
  bcrypt: (cost: number) => cost >= 4 && cost <= bounds.bcrypt.cost,
  scrypt: ({ N, r, p }: ScryptCost) =>
    N >= 2 && r >= 1 && p >= 1 && N * r * 128 <= bounds.scrypt.memoryKiB * 1024 && N * r * p <= bounds.scrypt.blocks,
  pbkdf2: (iterations: number) => iterations >= 1 && iterations <= bounds.pbkdf2.iterations,
}

import { expect, test } from 'vitest'
import { limits } from '../limits/limits.ts'
import { createPasswordHashing, type Hasher, hashParameters } from './password-hashing.ts'

const hashing = createPasswordHashing({ size: limits.hashing })
const withHasher = async <T>(work: (hasher: Hasher) => Promise<T>) => {
  const done = await hashing.inTurn({}, work)
  if (typeof done === 'object' && done !== null && 'kind' in done) throw new Error('busy')
  return done as T
}

test('PS-1 PS-3 a hash is Argon2id with the parameters of the standard and its own salt', async () => {
  const [one, other] = await withHasher(hasher => Promise.all([hasher.hash('same'), hasher.hash('same')]))
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(other)
})

test('6.2.8 a password is verified exactly as received, apart from NFC', async () => {
  const passwordHash = await withHasher(hasher => hasher.hash('Caf\u00e9 \u0000 straße'))
  const isRight = async (password: string) =>
    (await withHasher(hasher => hasher.verify(passwordHash, password))).isCorrect
  expect(await isRight('Cafe\u0301 \u0000 straße')).toBe(true)
  for (const wrong of ['café \u0000 straße', 'Caf\u00e9 \u0000 straße ', 'Caf\u00e9 ', 'Caf\u00e9 \u0000 strasse']) {
    expect(await isRight(wrong)).toBe(false)
  }
})

test('6.2.8 nothing is truncated: 256 characters that differ in the last one are two passwords', async () => {
  const long = 'ä'.repeat(255)
  const passwordHash = await withHasher(hasher => hasher.hash(`${long}a`))
  expect((await withHasher(hasher => hasher.verify(passwordHash, `${long}b`))).isCorrect).toBe(false)
})

test('a hash with other parameters still verifies, and reports that it is outdated', async () => {
  const older = createPasswordHashing({ size: limits.hashing, parameters: { ...hashParameters, passes: 3 } })
  const passwordHash = await older.inTurn({}, hasher => hasher.hash('wombat'))
  if (typeof passwordHash !== 'string') throw new Error('busy')
  expect(await withHasher(hasher => hasher.verify(passwordHash, 'wombat'))).toEqual({
    isCorrect: true,
    isOutdated: true,
  })
})

test('6.3.8 no password matches an unknown username, not even the one of the decoy', async () => {
  expect((await withHasher(hasher => hasher.verify(null, ''))).isCorrect).toBe(false)
})

test('failed work releases its turn', async () => {
  const small = createPasswordHashing({ size: limits.hashing, cores: 1 })
  for (let count = 0; count < 5; count += 1) {
    await expect(small.inTurn({}, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  }
  expect(await small.inTurn({}, async () => 'let in')).toBe('let in')
})

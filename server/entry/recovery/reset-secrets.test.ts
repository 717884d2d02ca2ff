import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSecrets } from '../../platform/settings/secrets.ts'
import { hashToken, isToken } from '../../platform/token.ts'
import { isRightCode, makePair } from './reset-secrets.ts'

const key = () => randomBytes(32)
const secrets = createSecrets([{ id: 'now', key: key() }])
const pairs = Array.from({ length: 3000 }, () => makePair(secrets))

test('6.5.2 a code is kept as a keyed hash over a salt of its own: equal codes differ, and without the key none is right', () => {
  const { code, hashes } = makePair(secrets)
  expect(hashes.codeSalt).toHaveLength(16)
  expect(isRightCode(secrets, hashes, code)).toBe(true)
  expect(isRightCode(createSecrets([{ id: 'now', key: key() }]), hashes, code)).toBe(false)
  expect(isRightCode(secrets, { ...hashes, codeSalt: randomBytes(16) }, code)).toBe(false)
  expect(isRightCode(secrets, { ...hashes, handleHash: randomBytes(32) }, code)).toBe(false)
  const kept = new Set(pairs.map(pair => pair.hashes.codeHash.toString('hex')))
  expect(kept.size).toBe(pairs.length)
})

test('6.5.2 a code stays right while an older key is kept, and is wrong once it is gone', () => {
  const older = { id: 'older', key: key() }
  const { code, hashes } = makePair(createSecrets([older]))
  const newer = { id: 'newer', key: key() }
  expect(isRightCode(createSecrets([newer, older]), hashes, code)).toBe(true)
  expect(isRightCode(createSecrets([newer]), hashes, code)).toBe(false)
})

test('6.5.3 6.5.4 a code is six digits of a random source, leading zeros as frequent as any', () => {
  const codes = pairs.map(({ code }) => code)
  for (const code of codes) expect(code).toMatch(/^\d{6}$/)
  for (let place = 0; place < 6; place += 1) {
    const counts = Array.from('0123456789', digit => codes.filter(code => code[place] === digit).length)
    // Chi-squared with nine degrees of freedom: 33.7 is passed once in ten thousand times by chance.
    const expected = codes.length / 10
    expect(counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)).toBeLessThan(45)
  }
})

test('11.5.1 a link holds 256 random bits, and the database their SHA-256', () => {
  expect(new Set(pairs.map(({ handle }) => handle)).size).toBe(pairs.length)
  for (const { handle, hashes } of pairs.slice(0, 20)) {
    expect(isToken(handle)).toBe(true)
    expect(Buffer.from(handle, 'base64url')).toHaveLength(32)
    expect(hashes.handleHash).toEqual(hashToken(handle))
  }
})

test.each(['x'.repeat(42), 'x'.repeat(44), `${'x'.repeat(42)}!`, ''])('%s is no token', text => {
  expect(isToken(text)).toBe(false)
})

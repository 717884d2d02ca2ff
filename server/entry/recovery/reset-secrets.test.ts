import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSecrets } from '../../platform/settings/secrets.ts'
import { hashToken, isToken } from '../../platform/token.ts'
import { isRightCode, makePair } from './reset-secrets.ts'

const key = () => randomBytes(32)
const secrets = createSecrets([{ id: 'now', key: key() }])
const pairs = Array.from({ length: 3000 }, () => makePair(secrets))

test('6.5.2 stores a code as a keyed hash with its own salt: equal codes differ, and none verifies without the key', () => {
  const { code, hashes } = makePair(secrets)
  expect(hashes.codeSalt).toHaveLength(16)
  expect(isRightCode(secrets, hashes, code)).toBe(true)
  expect(isRightCode(createSecrets([{ id: 'now', key: key() }]), hashes, code)).toBe(false)
  expect(isRightCode(secrets, { ...hashes, codeSalt: randomBytes(16) }, code)).toBe(false)
  expect(isRightCode(secrets, { ...hashes, handleHash: randomBytes(32) }, code)).toBe(false)
  const kept = new Set(pairs.map(pair => pair.hashes.codeHash.toString('hex')))
  expect(kept.size).toBe(pairs.length)
})

test('6.5.2 verifies a code while an older key is kept, and refuses it once the key is gone', () => {
  const older = { id: 'older', key: key() }
  const { code, hashes } = makePair(createSecrets([older]))
  const newer = { id: 'newer', key: key() }
  expect(isRightCode(createSecrets([newer, older]), hashes, code)).toBe(true)
  expect(isRightCode(createSecrets([newer]), hashes, code)).toBe(false)
})

test('6.5.3 6.5.4 makes a code of six random digits, in which leading zeros are as frequent as any other', () => {
  const codes = pairs.map(({ code }) => code)
  for (const code of codes) expect(code).toMatch(/^\d{6}$/)
  for (let place = 0; place < 6; place += 1) {
    const counts = Array.from('0123456789', digit => codes.filter(code => code[place] === digit).length)
    // Chi-squared with nine degrees of freedom: 33.7 is exceeded by chance once in ten thousand runs.
    const expected = codes.length / 10
    expect(counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)).toBeLessThan(45)
  }
})

test('11.5.1 makes a link of 256 random bits, and stores only its SHA-256', () => {
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

import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createSecrets, idOfKey } from './secrets.ts'

const key = randomBytes(32)
const secrets = createSecrets([{ id: idOfKey(key), key }])

describe('keyed hashes', () => {
  it('11.1.1 differ by purpose', () => {
    expect(secrets.hmac('codes', 'a').mac).not.toEqual(secrets.hmac('usernames', 'a').mac)
  })

  it('distinguish where one part ends and the next begins', () => {
    const macs = [['ab', 'c'], ['a', 'bc'], ['abc'], ['abc', '']].map(parts =>
      secrets.hmac('codes', ...parts).mac.toString('hex'),
    )
    expect(new Set(macs).size).toBe(4)
  })

  it('accept text and bytes alike', () => {
    expect(secrets.hmac('codes', Buffer.from('ä')).mac).toEqual(secrets.hmac('codes', 'ä').mac)
  })

  it('cannot be made with a missing key', () => {
    expect(secrets.hmacWith('gone', 'codes', 'a')).toBeUndefined()
    expect(() => secrets.getHmacWith('gone', 'codes', 'a')).toThrow('There is no key gone for codes')
  })

  it('11.4.3 have 256 bits', () => {
    expect(secrets.hmac('codes', 'a').mac).toHaveLength(32)
  })

  it('are refused for two keys with one name', () => {
    const pair = [key, randomBytes(32)].map(bytes => ({ id: 'same', key: bytes }))
    expect(() => createSecrets(pair)).toThrow('same id')
  })

  it('accept what a random generator makes', () => {
    for (let n = 0; n < 500; n += 1) createSecrets([{ id: 'a', key: randomBytes(32) }])
  })
})

describe('sealed texts', () => {
  const text = Buffer.from('JBSWY3DPEHPK3PXP')

  it('open for the same purpose and row alone', () => {
    const sealed = secrets.seal('code generators', text, 'account 1')
    expect(secrets.open('code generators', sealed, 'account 1')).toEqual(text)
    expect(secrets.open('code generators', sealed, 'account 2')).toBeUndefined()
    expect(secrets.open('webhooks', sealed, 'account 1')).toBeUndefined()
  })

  it('11.3.2 differ each time, hold nothing readable, and refuse every changed byte', () => {
    const { keyId, bytes } = secrets.seal('code generators', text, 'account 1')
    expect(secrets.seal('code generators', text, 'account 1').bytes).not.toEqual(bytes)
    expect(bytes.includes(text)).toBe(false)
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(secrets.open('code generators', { keyId, bytes: changed }, 'account 1')).toBeUndefined()
    }
    expect(secrets.open('code generators', { keyId, bytes: bytes.subarray(0, 20) }, 'account 1')).toBeUndefined()
  })

  it('open after the keys have changed, as long as the old key is there', () => {
    const sealed = secrets.seal('code generators', text, 'account 1')
    const newer = { id: 'newer', key: randomBytes(32) }
    const rotated = createSecrets([newer, { id: idOfKey(key), key }])
    expect(rotated.open('code generators', sealed, 'account 1')).toEqual(text)
    expect(rotated.seal('code generators', text, 'account 1').keyId).toBe('newer')
    expect(createSecrets([newer]).open('code generators', sealed, 'account 1')).toBeUndefined()
  })
})

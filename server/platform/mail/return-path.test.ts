import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createSecrets } from '../settings/secrets.ts'
import { createReturnPath, readBounceAddress } from './return-path.ts'

const key = { id: 'one', key: randomBytes(32) }
const next = { id: 'two', key: randomBytes(32) }
const make = (...keys: (typeof key)[]) =>
  createReturnPath({ secrets: createSecrets(keys), address: 'bounces@harbourvale.example' })

describe('ML-4 the return path of a message', () => {
  test('names the message and cannot be forged', () => {
    const path = make(key)
    const id = randomUUID()
    const address = path.addressOf(id)
    expect(address).toMatch(/^bounces\+[0-9a-z]{44}@harbourvale\.example$/)
    expect(path.findMessageId(`To: <${address}>`)).toBe(id)
    expect(make(next).findMessageId(address)).toBeUndefined()
    const forged = address.replace(/.(?=@)/, digit => (digit === 'a' ? 'b' : 'a'))
    expect(path.findMessageId(forged)).toBeUndefined()
  })

  test('is found when a server changed its case, when another one precedes it, and after a key rotation', () => {
    const id = randomUUID()
    const address = make(key).addressOf(id)
    const strange = `bounces+${'z'.repeat(44)}@harbourvale.example`
    expect(make(key).findMessageId(`${strange}, ${address.toUpperCase()}`)).toBe(id)
    expect(make(next, key).findMessageId(address)).toBe(id)
  })

  test('is short enough for every server, whatever the message', () => {
    for (const id of [randomUUID(), '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff']) {
      const address = make(key).addressOf(id)
      expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64)
      expect(make(key).findMessageId(address)).toBe(id)
    }
  })
})

test.each(['bounces', 'bounces+x@example.com', `${'b'.repeat(20)}@example.com`, 'a@b@example.com', 'a b@example.com'])(
  'BOUNCE_ADDRESS rejects %s',
  text => expect(() => readBounceAddress(text)).toThrow('BOUNCE_ADDRESS must be an address'),
)

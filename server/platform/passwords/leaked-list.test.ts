import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEAKED_BYTES, SHARD_CHARACTERS } from '../../../shared/strength/leaked-hash.ts'
import { createLeakedList } from './leaked-list.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest().subarray(0, LEAKED_BYTES)
const listOf = (texts: readonly string[]) => createLeakedList(Buffer.concat(texts.map(hashOf).sort(Buffer.compare)))
const texts = fc.uniqueArray(fc.string({ maxLength: 20 }), { maxLength: 60 })

test('finds exactly the listed passwords, including the first and the last', () => {
  fc.assert(
    fc.property(texts, texts, (listed, asked) => {
      const list = listOf(listed)
      expect(listed.every(list.has)).toBe(true)
      const others = asked.filter(text => !listed.includes(text) && !listed.includes(text.toLowerCase()))
      expect(others.some(list.has)).toBe(false)
    }),
  )
})

test('all shards together are the complete list', () => {
  const listed = Array.from({ length: 3_000 }, (_, index) => `leaked-${index}`)
  const list = listOf(listed)
  const prefixes = Array.from({ length: 16 ** SHARD_CHARACTERS }, (_, index) => index.toString(16).padStart(3, '0'))
  const hashes = prefixes.flatMap(prefix => (list.shard(prefix) ?? []).map(rest => prefix + rest))
  expect(hashes).toEqual(listed.map(text => hashOf(text).toString('hex')).sort())
})

test.each(['', 'ab', 'abcd', 'ABC', 'xyz', 'ab ', '../../', 'abc\n'])('rejects %j as a prefix', prefix => {
  expect(listOf(['one']).shard(prefix)).toBeUndefined()
})

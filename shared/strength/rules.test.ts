import { describe, expect, test } from 'vitest'
import { readCharacters } from './characters.ts'
import { collapseRuns, findBrokenRule, isPeriodic } from './rules.ts'

const read = (text: string) => readCharacters([...text])
const broken = (text: string) => findBrokenRule(read(text), 8)?.code

describe('runs count as one character', () => {
  test('of four and more in sequence or in one row of keys, and of three and more equal ones', () => {
    expect(collapseRuns(read('xabcdx')).charactersLeft).toBe(3)
    expect(collapseRuns(read('xabcx')).charactersLeft).toBe(5)
    expect(collapseRuns(read('x4321x')).charactersLeft).toBe(3)
    expect(collapseRuns(read('xQwErx')).charactersLeft).toBe(3)
    expect(collapseRuns(read('xaaax')).charactersLeft).toBe(3)
    expect(collapseRuns(read('xaax')).charactersLeft).toBe(4)
  })

  test('eight must be left', () => {
    expect(broken('mvkqzrtabcd')).toBeUndefined()
    expect(broken('mvkqzrabcd')).toBe('sequence')
    expect(broken('mvkqzraaaa')).toBe('repeats')
  })
})

test('a whole password that is one thing said again is a repeat, whatever its length', () => {
  expect(isPeriodic([...'mvkqzrtwmvkqzrtw'])).toBe(true)
  expect(isPeriodic([...'mvkqzrtwmvkq'])).toBe(false)
  expect(broken('mvkqzrtwMVKQZRTWmvk')).toBe('repeats')
})

test('five different characters are the fewest, and digits alone must be fifteen', () => {
  expect(broken('axbxaabbaxxbcacb')).toBe('few-characters')
  expect(broken('83920174650293')).toBe('digits-only')
  expect(broken('839201746502938')).toBeUndefined()
})

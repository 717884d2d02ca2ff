import { describe, expect, test } from 'vitest'
import { readCharacters } from './characters.ts'
import { collapseRuns, findBrokenRule, isPeriodic } from './rules.ts'

const read = (text: string) => readCharacters([...text])
const broken = (text: string) => findBrokenRule(read(text), 8)?.code

describe('runs count as one character', () => {
  test('counts a run as one character: four or more in sequence or in a row of keys, three or more equal', () => {
    expect(collapseRuns(read('xabcdx')).charactersLeft).toBe(3)
    expect(collapseRuns(read('xabcx')).charactersLeft).toBe(5)
    expect(collapseRuns(read('x4321x')).charactersLeft).toBe(3)
    expect(collapseRuns(read('xQwErx')).charactersLeft).toBe(3)
    expect(collapseRuns(read('xaaax')).charactersLeft).toBe(3)
    expect(collapseRuns(read('xaax')).charactersLeft).toBe(4)
  })

  test('requires eight characters after runs are counted as one', () => {
    expect(broken('mvkqzrtabcd')).toBeUndefined()
    expect(broken('mvkqzrabcd')).toBe('sequence')
    expect(broken('mvkqzraaaa')).toBe('repeats')
  })
})

test('treats a password that repeats one part as a repeat, regardless of its length', () => {
  expect(isPeriodic([...'mvkqzrtwmvkqzrtw'])).toBe(true)
  expect(isPeriodic([...'mvkqzrtwmvkq'])).toBe(false)
  expect(broken('mvkqzrtwMVKQZRTWmvk')).toBe('repeats')
})

test('requires five different characters, and fifteen if all are digits', () => {
  expect(broken('axbxaabbaxxbcacb')).toBe('few-characters')
  expect(broken('83920174650293')).toBe('digits-only')
  expect(broken('839201746502938')).toBeUndefined()
})

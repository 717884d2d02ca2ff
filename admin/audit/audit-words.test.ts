import { expect, test } from 'vitest'
import { actors, auditActions } from '../../shared/contract/audit-lists.ts'
import { actionWords, actorWords, factWords, whatWords } from './audit-words.ts'

test('everything that can be written down has words of its own, and everybody who does it', () => {
  expect(Object.keys(actionWords).sort()).toEqual([...auditActions].sort())
  expect(Object.keys(actorWords).sort()).toEqual([...actors].sort())
  for (const words of [Object.values(actionWords), Object.values(actorWords)]) {
    expect(words.filter(text => !/^[A-Z][^.!]+$/.test(text))).toEqual([])
    expect(new Set(words).size).toBe(words.length)
  }
})

test('what is not known yet keeps its name, and what is false is not told', () => {
  expect(whatWords('moon-landed')).toBe('moon-landed')
  expect(factWords({ type: 'scan', from: 4, to: 5, waits: true, address: false, phase: 'full' })).toBe(
    'user type scan, from 4, to 5, resets to it wait, phase full',
  )
})

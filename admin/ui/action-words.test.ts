import { expect, test } from 'vitest'
import { actors, auditActions } from '../../shared/contract/audit-lists.ts'
import { actionWords, actorWords, whatWords } from './action-words.ts'

test('has different words for every action and every actor of the audit', () => {
  expect(Object.keys(actionWords).sort()).toEqual([...auditActions].sort())
  expect(Object.keys(actorWords).sort()).toEqual([...actors].sort())
  for (const words of [Object.values(actionWords), Object.values(actorWords)]) {
    expect(words.filter(text => !/^[A-Z][^.!]+$/.test(text))).toEqual([])
    expect(new Set(words).size).toBe(words.length)
  }
})

test('shows an action that this site does not know by its own name', () => {
  expect(whatWords('moon-landed')).toBe('moon-landed')
})

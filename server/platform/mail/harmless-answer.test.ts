import { expect, test } from 'vitest'
import { harmlessAnswer } from './harmless-answer.ts'

test("ML-13 removes links, handles and codes from a foreign server's answer", () => {
  const handle = `${'A1_-'.repeat(10)}xyz`
  const said = `550 5.1.1 see https://evil.example/${handle} or www.evil.example, ${handle},\r\n code 493021, queue 4930210`
  expect(harmlessAnswer(said)).toBe('550 5.1.1 see … or … …, code …, queue 4930210')
})

test('cuts a long answer and keeps it on one line', () => {
  expect(harmlessAnswer(`a\n\tb ${'word '.repeat(200)}`)).toMatch(/^a b word/)
  expect(harmlessAnswer('word '.repeat(200)).length).toBeLessThanOrEqual(300)
})

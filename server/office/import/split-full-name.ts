import type { NameChoice } from '../../../shared/contract/import-lists.ts'

/** Splits a full name into first name and surname. A comma decides which is which: "Quay, Jo". */
export function splitFullName(text: string, choice: NameChoice): { givenName: string; familyName: string } {
  if (choice === 'keep') return { givenName: '', familyName: text }
  const [before = '', after] = text.split(',', 2).map(part => part.trim())
  if (after !== undefined) return { givenName: after, familyName: before }
  const words = text.split(' ')
  const surname = choice === 'surname-last' ? words.at(-1) : words[0]
  const others = choice === 'surname-last' ? words.slice(0, -1) : words.slice(1)
  return { givenName: others.join(' '), familyName: surname ?? '' }
}

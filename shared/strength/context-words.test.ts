import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collectOwnWords } from './context-words.ts'
import { ROOT, stepInto, type Trie } from './trie.ts'

function costOf(trie: Trie, word: string): number | undefined {
  let node = ROOT
  for (const letter of word) {
    node = stepInto(trie, node, letter.charCodeAt(0))
    if (node === ROOT) return undefined
  }
  const cost = trie.costs[node] as number
  return Number.isNaN(cost) ? undefined : cost
}

const context = { names: [], emails: [], companyWords: [], productWords: [], minimumLength: 8 }

test.each(['jan', 'muiier', 'mueiier', 'janmuiier', 'muiierjan', 'jmuiier', 'mjan', 'jm', 'janm', 'mui'])(
  'finds Jan Müller in the folded form %s',
  form => {
    expect(costOf(collectOwnWords({ ...context, names: ['Jan Müller'] }).person, form)).toBeDefined()
  },
)

test('splits an email address at its punctuation and finds a surname after an initial', () => {
  const { person, company } = collectOwnWords({ ...context, emails: ['jnowak_1985@harbour-vale.example'] })
  expect(costOf(person, 'nowak')).toBeDefined()
  expect(costOf(company, 'harbourvaie')).toBeDefined()
  expect(costOf(company, 'hve')).toBeDefined()
})

test('finds a company name as written, with the characters between its words', () => {
  const { companyPhrases } = collectOwnWords({ ...context, companyWords: ['Harbour & Vale Wholesale'] })
  for (const phrase of ['harbour & vale', 'harbour&vale', 'harbour-&-vale-wholesale']) {
    expect(costOf(companyPhrases, phrase)).toBeDefined()
  }
})

test('reads any directory data', () => {
  const texts = fc.array(fc.string({ unit: 'binary', maxLength: 400 }), { maxLength: 4 })
  fc.assert(
    fc.property(texts, texts, (names, emails) => {
      const words = { ...context, names, emails, companyWords: names, productWords: names }
      expect(() => collectOwnWords(words)).not.toThrow()
    }),
  )
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeWords } from '../../tools/words/describe-words.ts'
import { isReadByPeople, listSentences } from '../../tools/words/list-sentences.ts'
import { readDocsPages } from './pages-of-docs.ts'
import { listFiles, readText } from './repository.ts'
import { listComments } from './source-files.ts'

/** Words that make a reader read twice, with what to write instead. */
const wordRules = [
  { instead: 'again, fresh', pattern: /\banew\b/i },
  { instead: 'the user, someone, which user', pattern: /\b(?:whoever|whomever|somebody)\b/i },
  { instead: 'no one, no user', pattern: /(?<!account )\bnobody\b(?!['’]? [:=]|-)/i },
  { instead: 'is not one, or the noun', pattern: /\b(?:thereof|therein|thereby)\b/i },
  { instead: 'fix, fixed', pattern: /\bmend(?:s|ed|ing)?\b/i },
  { instead: 'send, delivery attempt', pattern: /\bhand(?:s|ed|ing)?[ -]over\b/i },
  { instead: 'immediately, or concurrently', pattern: /\bat once\b/i },
  { instead: 'again', pattern: /\bonce more\b/i },
  { instead: 'is, blocks, appears', pattern: /\bstands? in the way\b|\bcomes? to stand\b/i },
  { instead: 'has expired, has ended', pattern: /\bits time (?:is|was) over\b/i },
  { instead: 'a password reset email', pattern: /\bmails? that leads? to\b/i },
  { instead: "don't match", pattern: /\b(?:do|does) not fit together\b/i },
  { instead: 'anyway, still', pattern: /\ball the same\b/i },
] as const

/** On screens, in emails and in docs, an email is an email. */
const screenRules = [{ instead: 'email', pattern: /\be-mails?\b/i }] as const

type Finding = { path: string; text: string; instead: string }

function findIn(
  path: string,
  texts: readonly string[],
  rules: readonly { instead: string; pattern: RegExp }[],
): Finding[] {
  return texts.flatMap(text =>
    rules.filter(({ pattern }) => pattern.test(text)).map(({ instead }) => ({ path, text, instead })),
  )
}

const isCode = (path: string) => /\.tsx?$/.test(path) && path !== 'tests/house/english.test.ts'
const prose = (text: string) =>
  text
    .replace(/```[\s\S]*?```/g, '')
    .replace(/`[^`\n]*`/g, '')
    .replace(/\]\([^)\n]*\)/g, ']')
    .split(/\n/)

describe('English', () => {
  it('finds each word of the list', () => {
    const example = 'Nobody mends anew, whoever stands in the way, at once and once more, all the same.'
    expect(findIn('x', [example], wordRules).length).toBe(8)
    expect(findIn('x', ['An e-mail'], screenRules)).toHaveLength(1)
  })

  it('has no sentence on a screen, in an email or on the command line that must be read twice', () => {
    const findings = listFiles()
      .filter(path => isReadByPeople(path))
      .flatMap(path => findIn(path, listSentences({ path, text: readText(path) }), [...wordRules, ...screenRules]))
    expect(findings).toEqual([])
  })

  it('has no comment and no test title with such a word', () => {
    const findings = listFiles()
      .filter(path => isCode(path))
      .flatMap(path => {
        const source = { path, text: readText(path) }
        return findIn(path, [...listComments(source), ...listSentences(source)], wordRules)
      })
    expect(findings).toEqual([])
  })

  it('has no such word in the docs', () => {
    const pages = readDocsPages().filter(({ path }) => path !== 'docs/words.md')
    expect(pages.flatMap(({ path, text }) => findIn(path, prose(text), [...wordRules, ...screenRules]))).toEqual([])
  })

  it('lists every sentence in docs/words.md (else: node tools/print-words.ts)', () => {
    expect(readFileSync('docs/words.md', 'utf8')).toBe(describeWords())
  })
})

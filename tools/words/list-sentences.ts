/** The sentences that a person reads on a screen, in an email, in a terminal or in the log, taken from the sources. */

import { parseSync, Visitor } from 'oxc-parser'

export type SourceText = { path: string; text: string }

/** Pages, emails, screens, problems of the API, the command line and the log. */
const sources = /^(?:server|admin|rep-app|browser|shared)\/.*\.tsx?$/

export const isReadByPeople = (path: string): boolean => sources.test(path) && !path.endsWith('.test.ts')

/** The sentences of one file, in the order of its lines. `…` marks what is filled in. */
export function listSentences({ path, text }: SourceText): string[] {
  const found: { start: number; sentence: string }[] = []
  const take = (start: number, written: string) => {
    for (const sentence of sentencesOf(written)) found.push({ start, sentence })
  }
  const skipped = new Set<number>()
  new Visitor({
    ImportDeclaration: ({ source }) => void skipped.add(source.start),
    ExportNamedDeclaration: ({ source }) => void (source && skipped.add(source.start)),
    ImportExpression: ({ source }) => void skipped.add(source.start),
    TSLiteralType: ({ literal }) => void skipped.add(literal.start),
    TaggedTemplateExpression: ({ tag, quasi }) => {
      if (tag.type === 'Identifier' && tag.name === 'html') return
      skipped.add(quasi.start)
    },
    Literal: ({ start, value }) => {
      if (typeof value === 'string' && !skipped.has(start)) take(start, value)
    },
    JSXText: ({ start, value }) => take(start, value),
    TemplateLiteral: ({ start, quasis }) => {
      if (!skipped.has(start)) take(start, quasis.map(({ value }) => value.cooked ?? value.raw).join('…'))
    },
  }).visit(parseSync(path, text).program)
  return [...new Set(found.sort((a, b) => a.start - b.start).map(({ sentence }) => sentence))]
}

/** Text between tags, and the text of attributes that are shown or read aloud. */
function sentencesOf(written: string): string[] {
  const shown = [...written.matchAll(/\b(?:aria-label|placeholder|title|alt)="([^"]+)"/g)].map(match => match[1] ?? '')
  return [...written.split(/<[^>]*>/), ...shown]
    .map(part =>
      part
        .replace(/&nbsp;/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(isProse)
}

/** Several words, or one that begins with a capital: not a class, an address, a key or a selector. */
function isProse(part: string): boolean {
  if (!/\p{L}{2}/u.test(part) || /^(?:[a-z]+:|\/|\.|#|@|--|[Mm][\d ])/.test(part)) return false
  const words = part.split(' ').filter(word => /^[“"(‘]?\p{L}[\p{L}’'-]*[.,:;?!…)”"’]*$/u.test(word))
  const isSentence =
    words.length >= 3 && words.length * 2 > part.split(' ').length && !/[{}=]|=>|\bpx\b|\brem\b/.test(part)
  const isLabel = /^\p{Lu}[\p{Ll}’'-]+(?: [\p{L}’'()-]+)*[.:…?]?$/u.test(part)
  return (
    (isSentence || isLabel) && !/^(?:select|insert|update|delete|with|alter|create) |^[a-z_]+ as [a-z]+$/.test(part)
  )
}

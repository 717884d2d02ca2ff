import type { Command } from '../../server/main/command-line/command.ts'
import type { DocsPage } from './pages-of-docs.ts'

/** What a typed command is checked against. */
export type Known = {
  commands: readonly Pick<Command, 'words' | 'options'>[]
  scripts: readonly string[]
  benches: readonly string[]
  isBin: (name: string) => boolean
  isPath: (path: string) => boolean
}

/** Every line of the spans and blocks of code. A line that ends in a backslash continues. */
function listCodeLines({ text }: DocsPage): string[] {
  const codes = [...text.matchAll(/```\w*\n([\s\S]*?)```|`([^`\n]+)`/g)].map(([, block, span]) => block ?? span ?? '')
  return codes.flatMap(code => code.replaceAll('\\\n', ' ').split('\n')).map(line => line.trim())
}

/** Every command of a page that starts one of our programs, as its words. */
export function listTypedCommands(page: DocsPage): string[][] {
  return listCodeLines(page).flatMap(line => {
    const typed = /(?:^|-- |bin\/|\$ |\| )((?:fieldkey|npm|npx|node) (?:--)?[a-z].*)$/.exec(line)?.[1]
    return typed === undefined ? [] : [wordsOf(typed.replace(/ {2,}.*| #.*/, ''))]
  })
}

const wordsOf = (line: string) => line.match(/"[^"]*"|'[^']*'|\S+/g) ?? []

export function isKnown([program, ...words]: readonly string[], known: Known): boolean {
  if (program === 'fieldkey') return isFieldkey(words, known)
  if (program === 'npm') return isNpm(words, known)
  if (program === 'npx') return known.isBin(words[0] ?? '') && words.filter(isOwnPath).every(known.isPath)
  return words[0]?.startsWith('-') === true || known.isPath(words[0] ?? '')
}

function isFieldkey(words: readonly string[], { commands }: Known): boolean {
  const general = ['--version', '--help']
  if (general.includes(words[0] ?? '')) return true
  const command = commands.find(known => known.words.every((word, index) => words[index] === word))
  const options = words.filter(word => /^--[a-z]/.test(word)).map(word => word.slice(2))
  return command !== undefined && options.every(option => option in command.options)
}

const npmsOwn = ['install', 'ci', 'prune', 'audit', 'ls', 'view']

function isNpm([verb = '', name = '', ...args]: readonly string[], { scripts, benches }: Known): boolean {
  if (npmsOwn.includes(verb)) return true
  if (verb !== 'run') return scripts.includes(verb)
  const areBenches = name !== 'bench' || args.every(arg => /^\d+$/.test(arg) || benches.includes(arg))
  return scripts.includes(name) && areBenches
}

const folders = '(?:bin|server|shared|browser|tests|tools|bench|docs|admin|rep-app|\\.ci)/'
const isOwnPath = (word: string) => new RegExp(`^${folders}`).test(word)

/** Files of the repository that commands in blocks name, also below the folder of an installation. */
export function listPathsInBlocks({ text }: DocsPage): string[] {
  const blocks = [...text.matchAll(/```(?:sh|bash|ini|)\n([\s\S]*?)```/g)].map(match => match[1] ?? '')
  const path = new RegExp(`(?:^|[\\s"'=]|/opt/fieldkey/)(${folders}[\\w./-]*)`, 'gm')
  return blocks.flatMap(block => [...block.matchAll(path)].map(match => match[1] ?? ''))
}

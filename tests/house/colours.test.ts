import { expect, it } from 'vitest'
import { tokens } from '../../shared/colour/tokens.ts'
import { listFiles, readText } from './repository.ts'

/** Files that can import nothing. Their colours must be ours. */
const fixed = [
  'browser/icons/favicon.svg',
  'browser/icons/icon-maskable.svg',
  'browser/icons/mark.svg',
  'rep-app/app.html',
]
/** Colours that an administrator could choose, as an example. */
const examples = ['shared/contract/settings.ts', 'shared/colour/tokens.ts']

const isProduct = (path: string) =>
  /^(?:server|shared|browser|admin|rep-app|tools)\/.*\.(?:tsx?|css|html|svg)$|^vite\.[^/]*\.ts$/.test(path) &&
  !path.endsWith('.test.ts')

const coloursOf = (text: string) => text.match(/(?<![\w&/])#[0-9a-f]{6}\b/gi) ?? []

it('finds a colour in a script, a style sheet and an image', () => {
  expect(coloursOf(`const own = '#0B6b50'; a { color: #4cc9a0 } <path fill="#0b6b50"/>`)).toHaveLength(3)
})

it('keeps every colour in shared/colour/tokens.ts', () => {
  const paths = listFiles().filter(path => isProduct(path) && !fixed.includes(path) && !examples.includes(path))
  expect(paths.length).toBeGreaterThan(700)
  const found = paths.flatMap(path => coloursOf(readText(path)).map(colour => `${path}: ${colour}`))
  expect(found).toEqual([])
})

it('gives images and the page of the app only colours of the tokens', () => {
  const ours: string[] = [...Object.values(tokens.light), ...Object.values(tokens.dark)]
  for (const path of fixed) {
    const colours = coloursOf(readText(path))
    expect(colours.length, path).toBeGreaterThan(0)
    expect(colours.filter(colour => !ours.includes(colour))).toEqual([])
  }
})

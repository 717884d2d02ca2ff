import type { Plugin } from 'vite'
import { cssVariables, type Scheme } from '../shared/colour/tokens.ts'

/** Adds our colours to the style sheet of the account pages, which can import no script. */
export function tokenSheet(): Plugin {
  return {
    name: 'token-sheet',
    enforce: 'pre',
    transform: (code, id) => (id.endsWith('/browser/account.css') ? `${code}\n${writeTokens()}` : undefined),
  }
}

const writeTokens = () => `${rootOf('light')}\n@media (prefers-color-scheme: dark) {${rootOf('dark')}}`

function rootOf(scheme: Scheme): string {
  const declared = Object.entries(cssVariables(scheme)).map(([name, colour]) => `${name}: ${colour};`)
  return `:root {${declared.join('')}}`
}

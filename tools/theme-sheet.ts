import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core'
import type { Plugin } from 'vite'
import { resolveVariables, theme } from '../rep-app/theme.ts'

/**
 * Adds the variables of the app's theme to its style sheet. Mantine would write them into the page at start. The app's
 * page is cached for offline use, so no answer of the server could bring the nonce that such a style needs.
 */
export function themeSheet(): Plugin {
  return {
    name: 'theme-sheet',
    enforce: 'pre',
    transform: (code, id) => (id.endsWith('/rep-app/app.css') ? `${code}\n${writeSheet()}` : undefined),
  }
}

function writeSheet(): string {
  const whole = mergeMantineTheme(DEFAULT_THEME, theme)
  const [usual, own] = [defaultCssVariablesResolver(whole), resolveVariables()]
  const variables = {
    variables: { ...usual.variables, ...own.variables },
    light: { ...usual.light, ...own.light },
    dark: { ...usual.dark, ...own.dark },
  }
  return convertCssVariables(variables, ':root')
}

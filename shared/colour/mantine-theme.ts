import { accentShades, cssVariables, type Scheme, tokens } from './tokens.ts'

/** The theme of the admin site and the app, in the names of Mantine. It imports nothing, because the server reads this folder. */
export const mantineTheme = {
  colors: { accent: accentShades },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  defaultRadius: 10,
  fontFamily: 'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  respectReducedMotion: true,
} as const

/** In the dark scheme the accent is light, so the text on a filled button is dark. */
export function withReadableLabel<Colours extends { color: string }>(variant: string, colours: Colours): Colours {
  return variant === 'filled' ? { ...colours, color: 'var(--on-accent)' } : colours
}

/** Our tokens, and the variables of Mantine that would otherwise have colours of their own, with too little contrast. */
export const mantineVariables = () => ({
  variables: {},
  light: variablesOf('light'),
  dark: {
    ...variablesOf('dark'),
    '--mantine-color-default': tokens.dark.surface,
    '--mantine-color-default-hover': tokens.dark.surfaceHover,
  },
})

function variablesOf(scheme: Scheme): Record<string, string> {
  const { surface, ink, quiet, accent, danger, field } = tokens[scheme]
  return {
    ...cssVariables(scheme),
    '--mantine-color-body': surface,
    '--mantine-color-text': ink,
    '--mantine-color-dimmed': quiet,
    '--mantine-color-placeholder': quiet,
    '--mantine-color-anchor': accent,
    '--mantine-color-error': danger,
    '--mantine-color-default-border': field,
  }
}

import { type CSSVariablesResolver, createTheme, defaultVariantColorsResolver } from '@mantine/core'

/** The tokens of the account pages, as Mantine names them. Contrast of quiet text is theirs, not Mantine's. */
export const theme = createTheme({
  colors: {
    accent: [
      '#e3f2ec',
      '#c5e3d8',
      '#9fd0bf',
      '#76bda5',
      '#4cc9a0',
      '#2f9c7b',
      '#17805f',
      '#0b6b50',
      '#085440',
      '#053c2e',
    ],
  },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  // In the dark the accent is light, and what stands on it is dark.
  variantColorResolver: input => {
    const colours = defaultVariantColorsResolver(input)
    return input.variant === 'filled' ? { ...colours, color: 'var(--on-accent)' } : colours
  },
  defaultRadius: 10,
  fontFamily: 'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontSizes: { xs: '13px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  respectReducedMotion: true,
})

export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--on-accent': '#ffffff',
    '--ground': '#f4f6f5',
    '--line': '#cfd8d4',
    '--accent-soft': '#e3f2ec',
    '--warning': '#9a5b00',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#16211d',
    '--mantine-color-dimmed': '#56645e',
    '--mantine-color-placeholder': '#56645e',
    '--mantine-color-anchor': '#0b6b50',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-default-border': '#7b8a84',
  },
  dark: {
    '--on-accent': '#06241b',
    '--ground': '#101614',
    '--line': '#33413c',
    '--accent-soft': '#16352b',
    '--warning': '#ffb95c',
    '--mantine-color-body': '#18211e',
    '--mantine-color-text': '#e8efec',
    '--mantine-color-dimmed': '#9fb0a9',
    '--mantine-color-placeholder': '#9fb0a9',
    '--mantine-color-anchor': '#4cc9a0',
    '--mantine-color-error': '#ff8a80',
    '--mantine-color-default': '#18211e',
    '--mantine-color-default-hover': '#22302b',
    '--mantine-color-default-border': '#6d7d76',
  },
})

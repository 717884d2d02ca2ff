import { type CSSVariablesResolver, createTheme, defaultVariantColorsResolver, Modal } from '@mantine/core'

/** The tokens of the account pages and the admin site. tools/theme-sheet.ts writes their variables into the style sheet. */
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
  // In the dark scheme the accent is light, and text on it is dark.
  variantColorResolver: input => {
    const colours = defaultVariantColorsResolver(input)
    return input.variant === 'filled' ? { ...colours, color: 'var(--on-accent)' } : colours
  },
  defaultRadius: 10,
  fontFamily: 'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontSizes: { xs: '13px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  respectReducedMotion: true,
  // The scroll lock is a style element, which the app's policy forbids.
  components: { Modal: Modal.extend({ defaultProps: { lockScroll: false } }) },
})

export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--ground': '#f4f6f5',
    '--surface': '#ffffff',
    '--accent-soft': '#e3f2ec',
    '--line': '#cfd8d4',
    '--warning': '#9a5b00',
    '--on-accent': '#ffffff',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#16211d',
    '--mantine-color-dimmed': '#56645e',
    '--mantine-color-placeholder': '#56645e',
    '--mantine-color-anchor': '#0b6b50',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-default-border': '#7b8a84',
  },
  dark: {
    '--ground': '#101614',
    '--surface': '#18211e',
    '--accent-soft': '#16352b',
    '--line': '#33413c',
    '--warning': '#ffb95c',
    '--on-accent': '#06241b',
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

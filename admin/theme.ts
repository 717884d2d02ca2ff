import { createTheme, defaultVariantColorsResolver } from '@mantine/core'
import { mantineTheme, withReadableLabel } from '../shared/colour/mantine-theme.ts'

export const theme = createTheme({
  ...mantineTheme,
  variantColorResolver: input => withReadableLabel(input.variant, defaultVariantColorsResolver(input)),
})

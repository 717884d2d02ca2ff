import { createTheme, defaultVariantColorsResolver, Modal } from '@mantine/core'
import { mantineTheme, mantineVariables, withReadableLabel } from '../shared/colour/mantine-theme.ts'

/** tools/theme-sheet.ts writes the variables of this theme into the style sheet. */
export const theme = createTheme({
  ...mantineTheme,
  variantColorResolver: input => withReadableLabel(input.variant, defaultVariantColorsResolver(input)),
  // The scroll lock is a style element, which the app's policy forbids.
  components: { Modal: Modal.extend({ defaultProps: { lockScroll: false } }) },
})

export const resolveVariables = mantineVariables

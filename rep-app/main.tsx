import { MantineProvider } from '@mantine/core'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startRepApp } from './rep-app.ts'
import { router } from './router.tsx'
import { resolveVariables, theme } from './theme.ts'

const root = document.getElementById('app')
if (!root) throw new Error('The page has no place for the app')

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      defaultColorScheme="auto"
      // Both would be style elements: the variables stand in the style sheet, the classes are not used.
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <RouterProvider router={router} />
    </MantineProvider>
  </StrictMode>,
)
await startRepApp()

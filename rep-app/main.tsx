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
      // Both would create style elements, which the policy forbids. The style sheet has the variables; the classes are unused.
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <RouterProvider router={router} />
    </MantineProvider>
  </StrictMode>,
)
await startRepApp()

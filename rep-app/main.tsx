import { MantineProvider } from '@mantine/core'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { AppProvider } from './app/use-app.tsx'
import { createAppRouter } from './router.tsx'
import { openRepApp, startRepApp } from './start-rep-app.ts'
import { resolveVariables, theme } from './theme.ts'
import { showBrandColour } from './ui/brand-colour.ts'
import { followKeyboard } from './ui/follow-keyboard.ts'
import { stopStrayTaps } from './ui/stray-taps.ts'

const root = document.getElementById('app')
if (!root) throw new Error('The page has no place for the app')
const app = await openRepApp()
followKeyboard()
const router = createAppRouter()
stopStrayTaps({
  current: () => router.state.location.pathname,
  onShown: listener => router.subscribe('onRendered', listener),
})
showBrandColour()

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
      <AppProvider app={app}>
        <RouterProvider router={router} />
      </AppProvider>
    </MantineProvider>
  </StrictMode>,
)
await startRepApp(app)

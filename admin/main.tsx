import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { mantineVariables } from '../shared/colour/mantine-theme.ts'
import { Refused } from './api/ask.ts'
import { router } from './router.ts'
import { theme } from './theme.ts'

/**
 * Nothing is paused while the browser is offline: a question fails and says so, and a command that fails is never sent
 * later, after the user has read that nothing was changed. A refusal would be refused again.
 */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: (count, fault) => count < 1 && !(fault instanceof Refused),
      refetchOnReconnect: 'always',
      staleTime: 5000,
    },
    mutations: { networkMode: 'always' },
  },
})

const root = document.getElementById('admin')
if (!root) throw new Error('The page has no place for the admin site')
const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.nonce ?? ''
// The scroll lock of Mantine's dialogs looks for the nonce under this name.
Object.assign(globalThis, { __webpack_nonce__: nonce })

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={mantineVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)

import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useStore } from '../device/use-store.ts'
import { repApp } from '../rep-app.ts'
import { SignInButton } from '../sign-in/SignInButton.tsx'

/** What was brought from the server, for whom it was brought: after a sign-out, or a month without a word, it is hidden. */
export function Brought({ children }: { children: ReactNode }) {
  const session = useStore(repApp.session)
  const { isHidden, hiddenAfterDays } = useStore(repApp.sync.status)
  if (session.kind === 'starting') return null
  if (session.kind !== 'signed-out' && !isHidden) return children
  return (
    <section aria-label="Signed out" className="notice">
      <Text>
        {isHidden
          ? `This device has not heard from the server for ${hiddenAfterDays} days. Sign in to see your customers again. What you took is kept.`
          : 'Sign in to see your customers, products and orders.'}
      </Text>
      <SignInButton label="Sign in" />
    </section>
  )
}

import { Text } from '@mantine/core'
import { Fragment, type ReactNode } from 'react'
import { useIsHidden, useSession, useSync } from '../app/use-app.tsx'
import { isErasing } from '../session/end-session.ts'
import type { Session } from '../session/session.ts'
import { endReasonWords } from '../statements/status-words.ts'
import { SignInButton } from './SignInButton.tsx'

/** Shows downloaded data only to its user. Hides it after a sign-out, or after a month without contact. */
export function Brought({ children }: { children: ReactNode }) {
  const session = useSession()
  const { hiddenAfterDays } = useSync()
  const isHidden = useIsHidden()
  if (session.kind === 'starting') return null
  // A form belongs to one person: another one who signs in, in this tab or the next, gets screens of their own.
  if ('person' in session && !isHidden) return <Fragment key={session.person.accountId}>{children}</Fragment>
  return (
    <section aria-label="Signed out" className="notice">
      <Text>{wordsFor(session, hiddenAfterDays)}</Text>
      <SignInButton label="Sign in" />
    </section>
  )
}

function wordsFor(session: Session, days: number): string {
  const sealed = 'Your unsent orders stay here, sealed.'
  if (session.kind === 'signed-out') return 'Sign in to see your customers, products and orders.'
  if (session.kind === 'ended' && isErasing(session.reason))
    return `This device no longer shows your customers: ${endReasonWords[session.reason]}. ${sealed} An administrator can release them.`
  return `This device hasn't reached the server for ${days} days. Sign in to see your customers again. ${sealed}`
}

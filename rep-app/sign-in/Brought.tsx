import { Text } from '@mantine/core'
import { Fragment, type ReactNode } from 'react'
import { useIsHidden, useSession, useSync } from '../app/use-app.tsx'
import { isErasing } from '../session/end-session.ts'
import type { Session } from '../session/session.ts'
import { endReasonWords } from '../statements/status-words.ts'
import { type HiddenFacts, hiddenWords } from '../statements/stays.ts'
import { SignInButton } from './SignInButton.tsx'

/** Shows downloaded data only to its user. Hides it after a sign-out, or after a month without contact. */
export function Brought({ children }: { children: ReactNode }) {
  const session = useSession()
  const { hiddenAfterDays, waiting, attention } = useSync()
  const isHidden = useIsHidden()
  if (session.kind === 'starting') return null
  // A form belongs to one person: another one who signs in, in this tab or the next, gets screens of their own.
  if ('person' in session && !isHidden) return <Fragment key={session.person.accountId}>{children}</Fragment>
  return (
    <section aria-label="Signed out" className="notice">
      <Text>{hiddenWords({ ...whyHidden(session), days: hiddenAfterDays, unsent: waiting.total + attention })}</Text>
      <SignInButton label="Sign in" />
    </section>
  )
}

function whyHidden(session: Session): Pick<HiddenFacts, 'kind' | 'reason'> {
  if (session.kind === 'signed-out') return { kind: 'signed-out', reason: '' }
  if (session.kind === 'ended' && isErasing(session.reason))
    return { kind: 'closed', reason: endReasonWords[session.reason] }
  return { kind: 'no-contact', reason: '' }
}

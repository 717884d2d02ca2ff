import { Text, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useApp } from '../app/use-app.tsx'
import { SignInButton } from './SignInButton.tsx'

/** The page to which the server's sign-in form returns. */
export function SignedInScreen() {
  const { signIn, sync } = useApp()
  const [refusal, setRefusal] = useState<string>()
  const navigate = useNavigate()
  useEffect(() => {
    signIn.finish(new URL(location.href)).then(result => {
      if (result.kind === 'not-signed-in') return setRefusal(result.text)
      if (result.kind === 'question') return location.replace(result.address)
      void sync.syncNow()
      // A rep whose data is here goes on working. The first download shows its progress.
      const isReady = sync.status.get().collections.every(({ isComplete }) => isComplete)
      return navigate({ to: isReady ? '/' : '/sync', replace: true })
    })
  }, [navigate, signIn, sync])
  return (
    <>
      <Title order={1}>Sign in</Title>
      <Text role="status">{refusal ?? 'Signing in …'}</Text>
      {refusal !== undefined && <SignInButton label="Sign in again" />}
    </>
  )
}
